import { type Day, day, parseDay, partsOf, YEARS } from '@payung/kernel';
import { listParameters } from '@payung/law';
import { useState } from 'react';
import { useLanguage } from '../../app/language.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { useAddressField } from './address-field.ts';

/** The day on which the law is asked for. */
export interface AskedDay {
  /** What the field holds. */
  readonly text: string;
  readonly type: (text: string) => void;
  /** The day in the field; today when it holds none. */
  readonly on: Day;
  readonly isWrong: boolean;
}

/** Today by the clock of the reader, whom no server need know. */
export function readersToday(): Day {
  const now = new Date();
  const part = (value: number) => String(value).padStart(2, '0');
  return day(`${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`);
}

/**
 * The day in the address, else today.
 *
 * @param write puts the day into the address; empty for today
 */
export function useAskedDay(inAddress: string | undefined, write: (text: string) => void): AskedDay {
  const [today] = useState(readersToday);
  const [text, type] = useAddressField(inAddress ?? today, (typed) => {
    // Half a date is not worth an address.
    if (parseDay(typed) !== undefined) write(typed === today ? '' : typed);
  });
  const read = parseDay(text);
  return { text, type, on: read ?? today, isWrong: read === undefined };
}

/** Asks for the day, and says beside the field when there is no such day. */
export function DayField(props: { readonly asked: AskedDay }) {
  const { t } = useLanguage();
  const { text, type, isWrong } = props.asked;
  const [years] = useState(yearsOfLaw);
  const shape = /^\d{4}-\d{2}-\d{2}$/.test(text);
  return (
    <div className="law-asked-day">
      <Moment
        label={t('law.on')}
        value={text}
        onChange={type}
        hasDay
        years={years}
        fault={
          !isWrong
            ? undefined
            : shape
              ? t('law.wrongDay', { text, first: String(YEARS.first), last: String(YEARS.last) })
              : t('law.noDay')
        }
      />
    </div>
  );
}

/** From the first value that the law package knows to the next few years. The address may name any other. */
function yearsOfLaw() {
  const all = listParameters().flatMap(({ rows }) => rows.map(({ from }) => partsOf(from).year));
  return { first: Math.min(...all), last: partsOf(readersToday()).year + 2 };
}
