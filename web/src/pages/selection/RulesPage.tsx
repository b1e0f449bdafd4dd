import { Button, Group, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type LocalRule, listLocalRules } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useMay } from '../../app/session.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { type Formats, useFormats } from '../../ui/format.ts';
import { GoButton } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import { RuleForm } from './RuleForm.tsx';
import { criteriaLines } from './words.ts';

/** Who is a vulnerable worker by the law of each area, with every version. */
export function RulesPage() {
  const { t } = useLanguage();
  const format = useFormats();
  const may = useMay();
  const queries = useQueryClient();
  const query = useQuery({ queryKey: ['localRules'], queryFn: listLocalRules });
  const columns: Column<LocalRule>[] = [
    {
      key: 'law',
      label: t('aturanDaerah.law'),
      cell: (one) => [one.law, one.article].filter((part) => part !== null).join(', '),
    },
    { key: 'area', label: t('send.area'), cell: (one) => one.areaName },
    { key: 'version', label: t('aturanDaerah.versionLabel'), number: true, cell: (one) => one.version },
    {
      key: 'criteria',
      label: t('usulan.rule'),
      cell: (one) => criteriaLines(t, format, one.criteria).map((line) => <div key={line}>{line}</div>),
    },
    { key: 'during', label: t('aturanDaerah.during'), cell: (one) => duringText(format, one) },
    {
      key: 'state',
      label: t('usulan.state'),
      cell: (one) =>
        one.replacedAt === null ? (
          <Mark tone="good">{t('aturanDaerah.standing')}</Mark>
        ) : (
          <Mark tone="quiet">{t('aturanDaerah.replaced')}</Mark>
        ),
    },
    {
      key: 'confidence',
      label: t('aturanDaerah.confidence'),
      cell: (one) => t(`ruleConfidence.${one.confidence}`),
    },
  ];
  return (
    <>
      <PageHead title={t('aturanDaerah.title')}>
        <GoButton to="/usulan" variant="default">
          {t('nav.selection')}
        </GoButton>
      </PageHead>
      <Text c="dimmed" mb="md" maw="44rem">
        {t('aturanDaerah.about')}
      </Text>
      <Loaded query={query}>
        {({ rules }) =>
          rules.length === 0 ? (
            <Empty what={t('aturanDaerah.none')}>{t('aturanDaerah.noneNext')}</Empty>
          ) : (
            <>
              <Table
                caption={t('aturanDaerah.title')}
                columns={columns}
                rows={rules}
                rowKey={(one) => one.ruleId}
              />
              <Group mt="sm">
                <Button component="a" href="/api/selection/rules.table" download variant="default">
                  {t('usulan.xlsx')}
                </Button>
              </Group>
            </>
          )
        }
      </Loaded>
      {may('selection.rules') && (
        <RuleForm onDone={() => queries.invalidateQueries({ queryKey: ['localRules'] })} />
      )}
    </>
  );
}

function duringText(format: Formats, { from, until }: LocalRule): string {
  return until === null ? `${format.day(from)} –` : `${format.day(from)} – ${format.lastBefore(until)}`;
}
