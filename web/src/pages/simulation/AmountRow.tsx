import type { TraceNode, Uncertainty } from '@payung/law';
import type { ReactNode } from 'react';
import { useLanguage } from '../../app/language.tsx';
import { useFormats } from '../../ui/format.ts';
import { Mark } from '../../ui/Mark.tsx';
import { TraceList } from '../../ui/TraceTree.tsx';
import { openQuestions } from './answer.ts';

/** A question of law that is open; `effect` says what follows from the other reading for an amount it is only a part of. */
export type OpenQuestion = Uncertainty & { readonly effect?: string };

/**
 * An amount that opens to the reasons for it. One that the law leaves open is marked beside the figure.
 *
 * @param props.explanation what the amount rests on
 * @param props.isTotal a sum: with what the other reading of the law gives, in words below
 */
export function AmountRow(props: {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly amount: number;
  readonly explanation: readonly TraceNode[];
  readonly isTotal?: boolean;
  /** What is open about the amount, where that is not all that is open in the explanation. */
  readonly open?: readonly OpenQuestion[];
  /** Of a sum over several open questions: what it would be under the other reading, in words. */
  readonly otherwise?: string | undefined;
}) {
  const { label, hint, amount, explanation, isTotal = false, otherwise } = props;
  const { t, language } = useLanguage();
  const format = useFormats();
  const open = props.open ?? openQuestions(explanation);
  return (
    <div className={isTotal ? 'amount amount-total' : 'amount'}>
      <details>
        <summary>
          <span className="amount-label">
            {label}
            {hint !== undefined && <small>{hint}</small>}
          </span>
          <span className="amount-value">
            {format.money(amount)}
            {open.length > 0 && <Mark tone="wait">{t('simulation.open')}</Mark>}
          </span>
        </summary>
        <TraceList nodes={explanation} language={language} />
      </details>
      {isTotal && <OpenQuestions of={open} otherwise={otherwise} />}
    </div>
  );
}

/** What the law leaves open, each with the other reading; nothing if it leaves nothing open. */
export function OpenQuestions(props: {
  readonly of: readonly OpenQuestion[];
  readonly otherwise?: string | undefined;
}) {
  const { t, language } = useLanguage();
  if (props.of.length === 0) return null;
  return (
    <ul className="open-questions">
      {props.of.map(({ id, text, effect }) => (
        <li key={`${id} ${text.id}`}>
          <strong>{t('simulation.open')}.</strong> {text[language]}
          {effect !== undefined && ` · ${effect}`}
        </li>
      ))}
      {props.otherwise !== undefined && <li>{props.otherwise}</li>}
    </ul>
  );
}
