import { Alert, List, Paper, Text, Title } from '@mantine/core';
import type { Day } from '@payung/kernel';
import { errorText } from '@payung/law';
import { useLanguage } from '../../app/language.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go } from '../../ui/Go.tsx';
import { AmountRow } from '../simulation/AmountRow.tsx';
import { amountAt, type Outcome, textsAt } from '../simulation/answer.ts';
import { compulsoryProgrammes } from '../simulation/contribution.ts';
import { moneyKept } from '../simulation/money.ts';
import { type Asked, costOf, deathGrant, filledFor } from './asked.ts';

/** What a month costs and what a member gets, by the law of the day, each figure with its reasons. */
export function CostAndGain(props: { readonly asked: Asked; readonly today: Day }) {
  const { asked, today } = props;
  const { t, language } = useLanguage();
  const format = useFormats();
  const cost = costOf(asked, today);
  const filled = filledFor(asked, today);
  const { segmen, sektor, pembayar, skala, bulan } = filled;
  const income = moneyKept(asked.income);
  const isWage = segmen === 'PU';
  const search = isWage
    ? { segmen, upah: income, skala, bulan, sampai: bulan }
    : { segmen, penghasilan: income, sektor, pembayar, bulan, sampai: bulan };
  const byScale = isWage ? compulsoryProgrammes(filled) : undefined;
  return (
    <Paper component="section" aria-labelledby="apply-cost" className="simulation-result">
      <Title order={2} id="apply-cost" mb="sm">
        {t('apply.cost')}
      </Title>
      {cost.state === 'invalid' ? (
        <Alert
          color="yellow"
          role="status"
          title={t('simulation.notYet')}
          styles={{ title: { color: '#6a4a00' } }}
        >
          {errorText(cost.error, language)}
        </Alert>
      ) : (
        <>
          <Sum
            outcome={cost}
            at={isWage ? 'workerTotal' : 'total'}
            label={isWage ? t('simulation.workerTotal') : t('apply.perMonth')}
            hint={t('apply.lawOf', { day: format.day(today) })}
            isCost
          />
          {isWage && <Sum outcome={cost} at="employerTotal" label={t('simulation.employerTotal')} />}
        </>
      )}
      {isWage && (
        <Text size="sm" mt="xs">
          {t('apply.lowestRisk')}
        </Text>
      )}
      <Go to="/simulasi" search={{ bagian: 'iuran', ...search }}>
        {t('apply.toCost')}
      </Go>
      <Title order={3} mt="lg">
        {t('apply.gain')}
      </Title>
      <List size="sm" mb="xs">
        <List.Item>{t('apply.gainAccident')}</List.Item>
        <List.Item>{t('apply.gainDeath')}</List.Item>
        {byScale === undefined ? (
          <List.Item>{t('apply.gainNot')}</List.Item>
        ) : (
          <List.Item>
            {t('simulation.compulsory', { programmes: textsAt(byScale.value, 'compulsory').join(', ') })}
          </List.Item>
        )}
      </List>
      <Sum
        outcome={deathGrant(asked, today, 12)}
        at="total"
        label={t('apply.deathGrant')}
        hint={isWage ? undefined : t('apply.afterYear')}
      />
      {!isWage && (
        <Sum
          outcome={deathGrant(asked, today, 1)}
          at="total"
          label={t('apply.deathGrant')}
          hint={t('apply.afterMonth')}
        />
      )}
      <Go to="/simulasi" search={{ bagian: 'manfaat', segmen }}>
        {t('apply.toGain')}
      </Go>
    </Paper>
  );
}

/** One amount of an answer, opening to its reasons; nothing as long as there is no answer. */
function Sum(props: {
  readonly outcome: Outcome;
  readonly at: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly isCost?: boolean;
}) {
  const { outcome, at, label, hint, isCost = false } = props;
  if (outcome.state === 'invalid') return null;
  return (
    <AmountRow
      label={label}
      hint={hint}
      amount={amountAt(outcome.trace.value, at) ?? 0}
      explanation={[outcome.trace]}
      isTotal={isCost}
    />
  );
}
