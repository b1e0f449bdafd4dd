import { Text, Title } from '@mantine/core';
import { parseDay, partsOf } from '@payung/kernel';
import type { Result } from '@payung/law';
import { useLanguage } from '../../app/language.tsx';
import { useFormats } from '../../ui/format.ts';
import { TraceList } from '../../ui/TraceTree.tsx';
import { AmountRow } from './AmountRow.tsx';
import { amountAt, openQuestions, partsWithout, resultOf, resultsIn, textsAt, valueAt } from './answer.ts';
import { questionsOfCase } from './family-case.ts';
import { useForm } from './form.tsx';
import { PensionAmount } from './PensionAmount.tsx';
import { Reasons } from './Reasons.tsx';
import { ScholarshipTimeline } from './ScholarshipTimeline.tsx';
import { levelRuns, yearsOfChildren } from './scholarship-years.ts';

/** What a family gets, part by part; or every reason why it gets nothing. */
export function CaseResult(props: { readonly trace: Result; readonly births: readonly string[] }) {
  const { trace, births } = props;
  const { t } = useLanguage();
  const format = useFormats();
  if (valueAt(trace.value, 'eligible') !== true) return <Reasons trace={trace} />;
  return (
    <>
      <AmountRow
        label={t('simulation.caseTotal')}
        amount={amountAt(trace.value, 'total') ?? 0}
        explanation={[trace]}
        open={questionsOfCase(trace).map(({ otherTotal, ...question }) => ({
          ...question,
          ...(otherTotal !== undefined && {
            effect: t('simulation.caseOther', { sum: format.money(otherTotal) }),
          }),
        }))}
        isTotal
      />
      {trace.rule === 'benefit.pmi' ? <MigrantSum trace={trace} /> : <Grant trace={trace} />}
      <Scholarships trace={trace} births={births} />
      <Savings trace={trace} />
    </>
  );
}

/** The fixed sum of a migrant worker's event. */
function MigrantSum(props: { readonly trace: Result }) {
  const { t } = useLanguage();
  const { trace } = props;
  return (
    <section className="case-part">
      <AmountRow
        label={t('simulation.pmiSum')}
        amount={amountAt(trace.value, 'amount') ?? 0}
        explanation={partsWithout(trace, ['scholarship', 'benefit']).filter(({ kind }) => kind !== 'result')}
      />
    </section>
  );
}

/** JKK after a work accident, else JKM. */
function Grant(props: { readonly trace: Result }) {
  const { t, language } = useLanguage();
  const { trace } = props;
  const grant = ['benefit.jkk.death', 'benefit.jkk.disability', 'benefit.jkm']
    .map((rule) => resultOf(trace, rule))
    .find((result) => result !== undefined);
  if (grant === undefined) return null;
  const programme = grant.rule === 'benefit.jkm' ? 'JKM' : 'JKK';
  const rows = [
    { name: 'santunan', not: ['berkala', 'funeral'] },
    { name: 'berkala', not: ['santunan', 'funeral', 'death', 'multiplier', 'total'] },
    { name: 'funeral', not: ['santunan', 'berkala', 'death', 'multiplier'] },
  ] as const;
  const waiting = grant.parts.filter(
    (part) => part.kind === 'finding' && part.id === 'jkm.bpu_waiting' && part.applies,
  );
  return (
    <section className="case-part">
      <Title order={3}>{`${programme} · ${t(`programme.${programme}`)}`}</Title>
      {trace.parts.some((part) => part.kind === 'finding' && part.id === 'case.jkm') && (
        <Text size="sm">{t('simulation.jkkNotJkm')}</Text>
      )}
      {rows.map(({ name, not }) => {
        const amount = amountAt(grant.value, name);
        if (amount === undefined) return null;
        return (
          <AmountRow
            key={name}
            label={t(`grantPart.${name}`)}
            hint={name === 'berkala' ? t(`grantHint.${name}`) : undefined}
            amount={amount}
            explanation={partsWithout(grant, not)}
          />
        );
      })}
      {waiting.length > 0 && (
        <div className="refusal">
          <TraceList nodes={waiting} language={language} />
        </div>
      )}
    </section>
  );
}

function Scholarships(props: { readonly trace: Result; readonly births: readonly string[] }) {
  const { t } = useLanguage();
  const format = useFormats();
  const { filled } = useForm();
  const { trace, births } = props;
  const all = resultOf(trace, 'benefit.scholarship');
  const date = parseDay(filled.tanggal);
  if (all === undefined || date === undefined) return null;
  const isEligible = valueAt(all.value, 'eligible') === true;
  const children = resultsIn(all);
  const runs = yearsOfChildren(filled, births).map(levelRuns);
  const offsets = runs.flat().flatMap(({ years }) => years.map(({ offset }) => offset));
  return (
    <section className="case-part">
      <Title order={3}>{t('simulation.scholarship')}</Title>
      <Text size="sm" c="dimmed">
        {t('simulation.scholarshipHint')}
      </Text>
      {isEligible ? (
        <AmountRow
          label={t('simulation.scholarshipTotal')}
          hint={t('simulation.scholarshipYear', {
            sum: format.money(amountAt(all.value, 'yearTotal') ?? 0),
          })}
          amount={amountAt(all.value, 'total') ?? 0}
          explanation={[all]}
          isTotal
        />
      ) : (
        <Reasons trace={all} />
      )}
      {children.map((child, place) => {
        const name = t('simulation.child', { number: place + 1 });
        const ofChild = runs[place] ?? [];
        if (valueAt(child.value, 'eligible') !== true) {
          // What is against all children has been said above.
          const own = textsAt(child.value, 'because').filter(
            (code) => code !== 'scholarship.contributionPeriod',
          );
          return own.length === 0 ? null : <Reasons key={name} name={name} trace={child} />;
        }
        const isCut = ofChild.some(({ years }) => years.some(({ isPastAge }) => isPastAge === true));
        return (
          <div key={name} className="case-child">
            <AmountRow
              open={isCut ? openQuestions(all.parts).filter(({ id }) => id === 'scholarship.age_cut') : []}
              label={name}
              hint={t('simulation.childYear', {
                sum: format.money(amountAt(child.value, 'yearAmount') ?? 0),
              })}
              amount={amountAt(child.value, 'remaining') ?? 0}
              explanation={child.parts}
            />
            <ScholarshipTimeline
              runs={ofChild}
              firstYear={partsOf(date).year}
              length={Math.max(0, ...offsets) + 1}
            />
          </div>
        );
      })}
    </section>
  );
}

function Savings(props: { readonly trace: Result }) {
  const { t } = useLanguage();
  const { trace } = props;
  const jht = amountAt(trace.value, 'jht') ?? 0;
  const pension = resultOf(trace, 'benefit.jp.monthly');
  if (jht === 0 && pension === undefined) return null;
  return (
    <section className="case-part">
      <Title order={3}>{t('simulation.savingsTitle')}</Title>
      {jht > 0 && (
        <AmountRow
          label={`JHT · ${t('programme.JHT')}`}
          amount={jht}
          explanation={trace.parts.filter((part) => part.kind !== 'result' && part.id === 'case.jht')}
        />
      )}
      {pension !== undefined && (
        <>
          <PensionAmount pension={pension} />
          <Text size="sm">{t('simulation.pensionOutside')}</Text>
        </>
      )}
    </section>
  );
}
