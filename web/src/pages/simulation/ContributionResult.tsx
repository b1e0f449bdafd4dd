import { Text, Title } from '@mantine/core';
import { formatMonth, monthOf } from '@payung/kernel';
import type { Result } from '@payung/law';
import { useLanguage } from '../../app/language.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { useFormats } from '../../ui/format.ts';
import { Go } from '../../ui/Go.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { TraceList } from '../../ui/TraceTree.tsx';
import { AmountRow } from './AmountRow.tsx';
import { amountAt, partsWithout, textsAt } from './answer.ts';
import { BpuPackage } from './BpuPackage.tsx';
import { compulsoryProgrammes, isRelieved, monthsOf, otherTotal } from './contribution.ts';
import { useForm } from './form.tsx';
import { segments, wordOf } from './request.ts';

/** Ids of other programmes; and what is said of reliefs and payers, which concern JKK and JKM alone. */
const reliefs = ['relief', 'covid', 'payer'];
const others = {
  JKK: ['jkm', 'jht', 'jp', 'jkp'],
  JKM: ['jkk', 'jht', 'jp', 'jkp'],
  JHT: ['jkk', 'jkm', 'jp', 'jkp', ...reliefs],
  JP: ['jkk', 'jkm', 'jht', 'jkp', ...reliefs],
} as const;

/** What is paid, amount by amount. */
export function ContributionResult(props: { readonly trace: Result }) {
  const { trace } = props;
  const { t } = useLanguage();
  const format = useFormats();
  const { filled } = useForm();
  switch (wordOf(segments, filled.segmen)) {
    case 'BPU':
      return <BpuResult trace={trace} />;
    case 'PU':
      return <PuResult trace={trace} />;
    case 'JAKON':
      return (
        <>
          <Total label={t('simulation.total')} trace={trace} />
          <Facts of={[[t('simulation.base'), format.money(amountAt(trace.value, 'base') ?? 0)]]} />
          <Amounts
            trace={trace}
            rows={[
              { at: ['JKK'], label: `JKK · ${t('programme.JKK')}`, not: others.JKK },
              { at: ['JKM'], label: `JKM · ${t('programme.JKM')}`, not: others.JKM },
            ]}
          />
        </>
      );
    case 'PMI':
      return (
        <>
          <Total label={t('simulation.total')} trace={trace} />
          <Amounts
            trace={trace}
            rows={[
              {
                at: ['before'],
                label: t('simulation.pmiBefore'),
                not: ['during', 'extra', 'between', 'total'],
              },
              {
                at: ['duringAfter'],
                label: t('simulation.pmiDuringAfter'),
                not: ['before', 'extra', 'total'],
              },
              { at: ['extra'], label: t('simulation.pmiExtra'), not: ['before', 'during', 'total'] },
            ]}
          />
        </>
      );
  }
}

function Total(props: { readonly label: string; readonly trace: Result }) {
  return (
    <AmountRow
      label={props.label}
      amount={amountAt(props.trace.value, 'total') ?? 0}
      explanation={[props.trace]}
      isTotal
    />
  );
}

interface Row {
  readonly at: readonly string[];
  readonly label: string;
  readonly hint?: string;
  /** Words in the ids of what is about other amounts. */
  readonly not: readonly string[];
}

/** Those of the rows that the answer has. */
function Amounts(props: { readonly trace: Result; readonly rows: readonly Row[] }) {
  const { trace, rows } = props;
  return rows.map(({ at, label, hint, not }) => {
    const amount = amountAt(trace.value, ...at);
    if (amount === undefined) return null;
    return (
      <AmountRow
        key={at.join('.')}
        label={label}
        hint={hint}
        amount={amount}
        explanation={partsWithout(trace, not)}
      />
    );
  });
}

function PuResult(props: { readonly trace: Result }) {
  const { trace } = props;
  const { t, language } = useLanguage();
  const { filled } = useForm();
  const byScale = compulsoryProgrammes(filled);
  const [employer, worker] = [t('simulation.byEmployer'), t('simulation.byWorker')];
  const jkp = amountAt(trace.value, 'JKP', 'total');
  return (
    <>
      <Total label={t('simulation.totalMonth')} trace={trace} />
      <AmountRow
        label={t('simulation.workerTotal')}
        hint={t('simulation.workerTotalHint')}
        amount={amountAt(trace.value, 'workerTotal') ?? 0}
        explanation={partsWithout(trace, ['jkk', 'jkm', 'jkp', 'employer', 'relief'])}
      />
      <AmountRow
        label={t('simulation.employerTotal')}
        hint={t('simulation.employerTotalHint')}
        amount={amountAt(trace.value, 'employerTotal') ?? 0}
        explanation={partsWithout(trace, ['jkp', 'worker'])}
      />
      {byScale !== undefined && (
        <details className="opener">
          <summary>
            {t('simulation.compulsory', { programmes: textsAt(byScale.value, 'compulsory').join(', ') })}
          </summary>
          <TraceList nodes={[byScale]} language={language} />
        </details>
      )}
      <Amounts
        trace={trace}
        rows={[
          { at: ['JKK'], label: `JKK · ${t('programme.JKK')}`, hint: employer, not: others.JKK },
          { at: ['JKM'], label: `JKM · ${t('programme.JKM')}`, hint: employer, not: others.JKM },
          {
            at: ['JHT', 'employer'],
            label: `JHT · ${t('programme.JHT')}`,
            hint: employer,
            not: [...others.JHT, 'worker'],
          },
          {
            at: ['JHT', 'worker'],
            label: `JHT · ${t('programme.JHT')}`,
            hint: worker,
            not: [...others.JHT, 'employer'],
          },
          {
            at: ['JP', 'employer'],
            label: `JP · ${t('programme.JP')}`,
            hint: employer,
            not: [...others.JP, 'worker'],
          },
          {
            at: ['JP', 'worker'],
            label: `JP · ${t('programme.JP')}`,
            hint: worker,
            not: [...others.JP, 'employer'],
          },
        ]}
      />
      {jkp !== undefined && (
        <AmountRow
          label={`JKP · ${t('programme.JKP')}`}
          hint={t('simulation.jkpHint')}
          amount={jkp}
          explanation={trace.parts.filter((part) => part.kind === 'result')}
        />
      )}
    </>
  );
}

function BpuResult(props: { readonly trace: Result }) {
  const { trace } = props;
  const { t } = useLanguage();
  const format = useFormats();
  const { filled } = useForm();
  const months = monthsOf(trace);
  const [first] = months;
  const isOne = months.length === 1;
  const other = otherTotal(months);
  const asked = isOne
    ? format.month(filled.bulan)
    : t('simulation.monthsAsked', {
        from: format.month(filled.bulan),
        to: format.month(filled.sampai),
        count: months.length,
      });
  return (
    <>
      <Title order={3}>{asked}</Title>
      <Facts
        of={[
          [t('simulation.band'), String(amountAt(trace.value, 'band') ?? '–')],
          [t('simulation.base'), format.money(amountAt(trace.value, 'base') ?? 0)],
        ]}
      />
      <AmountRow
        label={isOne ? t('simulation.totalMonth') : t('simulation.totalMonths', { count: months.length })}
        amount={amountAt(trace.value, 'total') ?? 0}
        explanation={[trace]}
        isTotal
        otherwise={
          isOne || other === undefined
            ? undefined
            : t('simulation.otherTotal', { count: months.length, sum: format.money(other) })
        }
      />
      {!isOne && (
        <div className="amount-group">
          {months.map((month) => (
            <AmountRow
              key={month.on}
              label={format.month(monthOf(month.on))}
              hint={isRelieved(month) ? <Mark tone="good">{t('simulation.relieved')}</Mark> : undefined}
              amount={amountAt(month.value, 'total') ?? 0}
              explanation={month.parts}
            />
          ))}
        </div>
      )}
      {isOne && first !== undefined && isRelieved(first) && (
        <Text size="sm" my="xs">
          <Mark tone="good">{t('simulation.relieved')}</Mark> {t('simulation.relievedAbout')}
        </Text>
      )}
      {(['JKK', 'JKM', 'JHT'] as const).map((programme) => {
        const amount = amountAt(trace.value, programme);
        if (amount === undefined) return null;
        return (
          <AmountRow
            key={programme}
            label={`${programme} · ${t(`programme.${programme}`)}`}
            amount={amount}
            explanation={
              isOne && first !== undefined
                ? partsWithout(first, others[programme])
                : months.map((month) => ofProgramme(month, programme))
            }
          />
        );
      })}
      <BpuPackage band={amountAt(trace.value, 'band') ?? 0} />
      <Text mt="md">
        <Go to="/simulasi" search={{ ...filled, bagian: 'manfaat' }}>
          {t('simulation.toBenefit')}
        </Go>
      </Text>
    </>
  );
}

/** One programme of a month's explanation, under the name of the month. */
function ofProgramme(month: Result, programme: 'JKK' | 'JKM' | 'JHT'): Result {
  const at = monthOf(month.on);
  const parts = partsWithout(month, others[programme]);
  const settled = parts.every((part) => part.kind !== 'uncertainty' || !part.changesResult);
  const text = { id: `${programme} ${formatMonth(at, 'id')}`, en: `${programme} ${formatMonth(at, 'en')}` };
  return { ...month, text, settled, parts };
}
