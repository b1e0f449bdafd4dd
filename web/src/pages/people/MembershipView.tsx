import { Group, Paper, Text, Title } from '@mantine/core';
import { month as monthFrom } from '@payung/kernel';
import type { Membership } from '../../app/api.ts';
import { useLanguage } from '../../app/language.tsx';
import { useMay } from '../../app/session.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go } from '../../ui/Go.tsx';
import { Mark, type Tone } from '../../ui/Mark.tsx';
import { groupText, segmentText } from '../agreements/words.ts';
import { MonthStrip } from './MonthStrip.tsx';
import { lastMonthOf, protectionByMonth } from './month-strip.ts';

const tones: Readonly<Record<Membership['state'], Tone>> = { paid: 'good', tolerated: 'wait', none: 'bad' };

/** A membership, its state in the month asked about, and its months. A membership is not cover: the strip tells. */
export function MembershipView(props: { readonly membership: Membership; readonly month: string }) {
  const { membership } = props;
  const { t } = useLanguage();
  const format = useFormats();
  const may = useMay();
  const month = monthFrom(props.month);
  const cells = protectionByMonth(membership.cover, lastMonthOf(membership.cover, month), 12);
  const from = format.day(membership.from);
  return (
    <Paper>
      <Group justify="space-between" mb="xs">
        <Title order={3}>
          {segmentText(t, membership.segment)} · {groupText(t, membership.group)}
        </Title>
        <Mark tone={tones[membership.state]}>
          {t('people.inMonth', {
            state: t(`protection.${membership.state}`),
            month: format.month(props.month),
          })}
        </Mark>
      </Group>
      <Text size="sm">
        {membership.partnerName} · {membership.fundName} · {membership.programmes.join(', ')}
      </Text>
      <Text size="sm" c="dimmed" mb="sm">
        {membership.until === null
          ? t('agreements.fromOn', { from })
          : t('agreements.fromUntil', { from, until: format.lastBefore(membership.until) })}
        {membership.paidThrough !== null &&
          ` · ${t('people.paidThrough', { month: format.month(membership.paidThrough) })}`}
        {may('agreements.read') && membership.agreementId !== null && (
          <>
            {' · '}
            <Go to="/perjanjian/$id" params={{ id: membership.agreementId }} inherit>
              {t('rosters.agreement')}
            </Go>
          </>
        )}
      </Text>
      <MonthStrip
        cells={cells}
        words={{
          label: t('people.months'),
          short: { paid: t('strip.paid'), tolerated: t('strip.tolerated'), none: t('strip.none') },
          long: {
            paid: t('protection.paid'),
            tolerated: t('protection.tolerated'),
            none: t('protection.none'),
          },
          month: format.month,
        }}
      />
    </Paper>
  );
}
