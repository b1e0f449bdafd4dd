import { Paper, SimpleGrid, Text } from '@mantine/core';
import type { Coverage } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useFormats } from '../../ui/format.ts';
import { PercentageList } from './PercentageList.tsx';

/** The people covered, their share of each denominator, and those registered but not paid for, told apart. */
export function Headline(props: { readonly coverage: Coverage }) {
  const { t } = useLanguage();
  const format = useFormats();
  const { totals, percentages, registered, area, month } = props.coverage;
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} style={{ alignItems: 'start' }}>
      <Paper>
        <Text size="sm" c="dimmed">
          {t('coverage.covered', { month: format.month(month) })}
        </Text>
        <div className="figure">{format.count(totals.people)}</div>
        <Text size="sm">{t('coverage.definition')}</Text>
        {totals.stated > 0 && <Text size="sm">{t('coverage.stated', { count: totals.stated })}</Text>}
      </Paper>
      <Paper>
        <Text size="sm" c="dimmed">
          {t('coverage.share')}
        </Text>
        <PercentageList percentages={percentages} place={area.name} large />
      </Paper>
      <Paper>
        <Text size="sm" c="dimmed">
          {t('coverage.registered')}
        </Text>
        <div className="figure">{format.count(registered.registered)}</div>
        <Text size="sm">{t('coverage.unpaid', { count: registered.unpaid })}</Text>
        <Text size="sm">{t('coverage.tolerated', { count: registered.tolerated })}</Text>
      </Paper>
    </SimpleGrid>
  );
}
