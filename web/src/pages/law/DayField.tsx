import { TextInput } from '@mantine/core';
import { type Day, day, parseDay, YEARS } from '@payung/kernel';
import { useState } from 'react';
import { useLanguage } from '../../app/language.tsx';
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
  const shape = /^\d{4}-\d{2}-\d{2}$/.test(text);
  return (
    <TextInput
      type="date"
      label={t('law.on')}
      value={text}
      min={`${YEARS.first}-01-01`}
      max={`${YEARS.last}-12-31`}
      onChange={(event) => type(event.currentTarget.value)}
      error={
        isWrong &&
        (shape
          ? t('law.wrongDay', { text, first: String(YEARS.first), last: String(YEARS.last) })
          : t('law.noDay'))
      }
      w="18rem"
      maw="100%"
    />
  );
}
