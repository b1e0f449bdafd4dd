import { Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { monthOf } from '@payung/kernel';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type Coverage, type Dimension, getCoverage } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useToday } from '../../app/session.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go } from '../../ui/Go.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { MonthSelect } from '../../ui/MonthSelect.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { CoverageMap } from './CoverageMap.tsx';
import { CoverageTable } from './CoverageTable.tsx';
import { Headline } from './Headline.tsx';
import { useMyArea } from './my-area.ts';
import { PublishedTable } from './PublishedTable.tsx';

const route = getRouteApi('/cakupan');
const dimensions = ['area', 'segment', 'group', 'fund'] as const;

/** Who is covered in an area and a month, from the province down to the village. */
export function CoveragePage() {
  const { t } = useLanguage();
  const search = route.useSearch();
  const navigate = useNavigate();
  const mine = useMyArea();
  const today = useToday();
  const area = search.wilayah ?? mine;
  const month = search.bulan ?? monthOf(today);
  const by: Dimension = dimensions.find((one) => one === search.menurut) ?? 'area';
  const query = useQuery({
    queryKey: ['coverage', area, month, by],
    queryFn: () => getCoverage({ area: area ?? '', month, by }),
    enabled: area !== undefined,
    placeholderData: keepPreviousData,
  });
  const go = (changed: Partial<typeof search>) =>
    void navigate({ to: '/cakupan', search: { ...search, ...changed }, resetScroll: false });
  if (area === undefined) {
    return (
      <>
        <PageHead title={t('nav.coverage')} />
        <Empty what={t('coverage.noArea')}>{t('coverage.noAreaNext')}</Empty>
      </>
    );
  }
  return (
    <>
      <PageHead title={t('nav.coverage')}>
        <Button
          component="a"
          href={`/api/coverage.csv?${new URLSearchParams({ area, month, by })}`}
          download
          variant="default"
        >
          {t('coverage.csv')}
        </Button>
      </PageHead>
      <Group align="flex-end" mb="md">
        <MonthSelect
          label={t('coverage.month')}
          value={month}
          back={36}
          ahead={12}
          onChange={(bulan) => go({ bulan })}
        />
        <NativeSelect
          label={t('coverage.by')}
          value={by}
          onChange={(event) => go({ menurut: event.currentTarget.value })}
          data={dimensions.map((value) => ({ value, label: t(`by.${value}`) }))}
        />
      </Group>
      <Loaded query={query}>{(coverage) => <CoverageView coverage={coverage} />}</Loaded>
    </>
  );
}

function CoverageView(props: { readonly coverage: Coverage }) {
  const { coverage } = props;
  const { t } = useLanguage();
  const format = useFormats();
  const search = route.useSearch();
  return (
    <Stack gap="xl">
      <nav aria-label={t('coverage.path')}>
        <ol className="crumbs">
          {coverage.parents.map((parent) => (
            <li key={parent.code}>
              <Go to="/cakupan" search={{ ...search, wilayah: String(parent.code) }}>
                {parent.name}
              </Go>
            </li>
          ))}
          <li aria-current="page">
            <strong>{coverage.area.name}</strong>
          </li>
        </ol>
      </nav>
      <Headline coverage={coverage} />
      {coverage.area.level === 'province' && <CoverageMap area={coverage.area} month={coverage.month} />}
      <section>
        <Title order={2} mb="xs">
          {t('coverage.table', { by: t(`by.${coverage.by}`), month: format.month(coverage.month) })}
        </Title>
        <CoverageTable coverage={coverage} />
      </section>
      <PublishedTable figures={coverage.published} />
      {coverage.breaks.length > 0 && (
        <section>
          <Title order={2} mb="xs">
            {t('coverage.breaks')}
          </Title>
          {coverage.breaks.map((one) => (
            <Text key={`${one.from} ${one.to}`} size="sm">
              {t('coverage.break', {
                year: String(one.year),
                from: one.fromName,
                to: one.toName,
                law: one.law,
              })}
            </Text>
          ))}
        </section>
      )}
    </Stack>
  );
}
