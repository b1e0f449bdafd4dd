import { NativeSelect } from '@mantine/core';
import { formatMonth, month as monthOfText, parseDay } from '@payung/kernel';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useLanguage } from '../app/language.tsx';
import './moment.css';

/** The first and the last year to choose. */
export type Years = { readonly first: number; readonly last: number };

/**
 * A day or a month of which each part is chosen, the month by its name: what browsers make of fields of their own depends on
 * the language of the browser, not of the page.
 *
 * @param props.id of the first part, for a link to the field
 * @param props.value `YYYY-MM-DD` or `YYYY-MM`; a part that is not chosen is empty
 * @param props.isRequired a form is not sent without it; nor with a part of it alone, or with a day that does not exist
 */
export function Moment(props: {
  readonly id?: string;
  readonly label: string;
  readonly description?: ReactNode;
  readonly fault?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hasDay: boolean;
  readonly years: Years;
  readonly isRequired?: boolean;
}) {
  const { t, language } = useLanguage();
  const { id, label, description, fault, value, onChange, hasDay, years, isRequired = false } = props;
  const note = useId();
  const dayPart = useRef<HTMLSelectElement>(null);
  const [year = '', month = '', day = ''] = value.split('-');
  const put = (parts: readonly string[]) => onChange(parts.slice(0, hasDay ? 3 : 2).join('-'));
  const isNoDay = hasDay && (year !== '' || month !== '' || day !== '') && parseDay(value) === undefined;
  useEffect(() => {
    dayPart.current?.setCustomValidity(isNoDay ? t('moment.noSuchDay') : '');
  }, [isNoDay, t]);
  const common = {
    // Narrow, so that three of them fit on a telephone.
    rightSectionWidth: 24,
    // Mantine puts its own in the place of the attribute: there is no note inside a part.
    attributes: {
      input: { 'aria-describedby': fault !== undefined || description !== undefined ? note : undefined },
    },
    error: fault !== undefined,
    required: isRequired,
  };
  return (
    <fieldset className="moment">
      <legend>
        {label}
        {isRequired && (
          <span aria-hidden="true" className="moment-star">
            {' *'}
          </span>
        )}
      </legend>
      {description !== undefined && fault === undefined && (
        <p id={note} className="moment-note">
          {description}
        </p>
      )}
      <div className="moment-parts">
        {hasDay && (
          <NativeSelect
            ref={dayPart}
            id={id}
            aria-label={t('moment.day')}
            {...common}
            value={day}
            onChange={(event) => put([year, month, event.currentTarget.value])}
            data={offered(numbers(1, 31), day, isRequired)}
          />
        )}
        <NativeSelect
          {...(!hasDay && { id })}
          aria-label={t('moment.month')}
          {...common}
          value={month}
          onChange={(event) => put([year, event.currentTarget.value, day])}
          data={offered(numbers(1, 12), month, isRequired).map((option) => ({
            ...option,
            label: /^\d\d$/.test(option.value) ? monthName(option.value, language) : option.label,
          }))}
        />
        <NativeSelect
          aria-label={t('moment.year')}
          {...common}
          value={year}
          onChange={(event) => put([event.currentTarget.value, month, day])}
          data={offered(numbers(years.first, years.last).toReversed(), year, isRequired)}
        />
      </div>
      {fault !== undefined && (
        <p id={note} className="moment-fault">
          {fault}
        </p>
      )}
    </fieldset>
  );
}

function numbers(first: number, last: number): readonly string[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => String(first + n).padStart(2, '0'));
}

/** What can be chosen: also what the field holds beyond it, and nothing as long as nothing was or nothing need be. */
function offered(all: readonly string[], value: string, isRequired: boolean) {
  const options = all.map((one) => ({ value: one, label: String(Number(one)) }));
  if (value === '' || !isRequired) options.unshift({ value: '', label: '–' });
  return value === '' || all.includes(value) ? options : [...options, { value, label: value }];
}

function monthName(number: string, language: 'id' | 'en'): string {
  if (number < '01' || number > '12') return number;
  return formatMonth(monthOfText(`2000-${number}`), language).replace(' 2000', '');
}
