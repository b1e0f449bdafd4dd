import { type Result, reasonTexts } from '@payung/law';
import { useLanguage } from '../../app/language.tsx';
import { OpenQuestions } from './AmountRow.tsx';
import { openQuestions, textsAt } from './answer.ts';

/**
 * That there is no right, with every reason and its article.
 *
 * @param props.name whose right; absent for the case as a whole
 * @param props.title what to say instead where a right may still arise
 */
export function Reasons(props: { readonly trace: Result; readonly name?: string; readonly title?: string }) {
  const { t, language } = useLanguage();
  const { trace, name } = props;
  const reasons = new Set(reasonTexts(trace, textsAt(trace.value, 'because'), language));
  return (
    <div className="refusal">
      <p>
        <strong>
          {name !== undefined && `${name}: `}
          {props.title ?? t('simulation.notEligible')}
        </strong>
      </p>
      <ul>
        {[...reasons].map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <OpenQuestions of={openQuestions([trace])} />
    </div>
  );
}
