import type { Result } from '@payung/law';
import { useLanguage } from '../../app/language.tsx';
import { TraceList } from '../../ui/TraceTree.tsx';
import { AmountRow, OpenQuestions } from './AmountRow.tsx';
import { amountAt, openQuestions } from './answer.ts';

/** A pension by the month; by the formula alone where its bounds are not known; or that it is paid at once. */
export function PensionAmount(props: { readonly pension: Result }) {
  const { t, language } = useLanguage();
  const { pension } = props;
  const monthly = amountAt(pension.value, 'monthly');
  const raw = amountAt(pension.value, 'raw');
  if (raw === undefined) {
    return (
      <>
        <TraceList nodes={[pension]} language={language} />
        <OpenQuestions of={openQuestions([pension])} />
      </>
    );
  }
  return (
    <AmountRow
      label={monthly === undefined ? t('simulation.pensionFormula') : t('simulation.pensionMonthly')}
      amount={monthly ?? raw}
      explanation={[pension]}
      isTotal
    />
  );
}
