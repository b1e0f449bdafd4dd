import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { formatMonth, month as monthOfText } from '@payung/kernel';
import { type ReactNode, useId } from 'react';
import { useLanguage } from '../../app/language.tsx';
import type { AddressName } from './address.ts';
import { fieldId, useDraft, useFault, useForm } from './form.tsx';
import { moneyKept, moneyText } from './money.ts';

/** A field of the address, and the name that the law has for it. */
interface Place {
  readonly name: AddressName;
  readonly path: string;
  readonly label: string;
  readonly description?: ReactNode;
}

/** An amount in rupiah, written with points as soon as the field is left. */
export function MoneyField(props: Place) {
  const { name, path, label, description } = props;
  const { filled, change } = useForm();
  const draft = useDraft(filled[name], moneyText, (typed) => change({ [name]: moneyKept(typed) }));
  return (
    <TextInput
      id={fieldId(path)}
      label={label}
      description={description}
      error={useFault(path)}
      leftSection={
        <span aria-hidden="true" className="rupiah-sign">
          Rp
        </span>
      }
      inputMode="decimal"
      autoComplete="off"
      {...draft}
    />
  );
}

/** A number or a percentage. */
export function NumberField(props: Place & { readonly isPercent?: boolean }) {
  const { name, path, label, description, isPercent } = props;
  const { filled, change } = useForm();
  const draft = useDraft(
    filled[name],
    (text) => text,
    (typed) => change({ [name]: typed.trim() }),
  );
  return (
    <TextInput
      id={fieldId(path)}
      label={label}
      description={description}
      error={useFault(path)}
      inputMode={isPercent === true ? 'decimal' : 'numeric'}
      autoComplete="off"
      {...draft}
    />
  );
}

/** One of a few words. */
export function ChoiceField(
  props: Place & { readonly options: readonly { readonly value: string; readonly label: string }[] },
) {
  const { name, path, label, description, options } = props;
  const { filled, change } = useForm();
  return (
    <NativeSelect
      id={fieldId(path)}
      label={label}
      description={description}
      error={useFault(path)}
      value={filled[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
      data={[...options]}
    />
  );
}

/** Yes or no; the address has a 1 for yes. */
export function TickField(props: Pick<Place, 'name' | 'label' | 'description'>) {
  const { name, label, description } = props;
  const { filled, change } = useForm();
  return (
    <Checkbox
      label={label}
      description={description}
      checked={filled[name] === '1'}
      onChange={(event) => change({ [name]: event.currentTarget.checked ? '1' : '' })}
    />
  );
}

/** A month by name and year: what browsers make of a month field differs too much. */
export function MonthField(props: Place & { readonly years: Years }) {
  const { name, ...rest } = props;
  const { filled, change } = useForm();
  return (
    <Moment {...rest} value={filled[name]} onChange={(value) => change({ [name]: value })} hasDay={false} />
  );
}

/** A day by number, month and year. */
export function DayField(props: Place & { readonly years: Years }) {
  const { name, ...rest } = props;
  const { filled, change } = useForm();
  return <Moment {...rest} value={filled[name]} onChange={(value) => change({ [name]: value })} hasDay />;
}

/** The first and the last year to choose. */
export type Years = { readonly first: number; readonly last: number };

/** A day or a month of which each part is chosen. `value` is `YYYY-MM-DD` or `YYYY-MM`; a part not chosen is empty. */
export function Moment(props: {
  readonly path: string;
  readonly label: string;
  readonly description?: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hasDay: boolean;
  readonly years: Years;
}) {
  const { t, language } = useLanguage();
  const { path, label, description, value, onChange, hasDay, years } = props;
  const fault = useFault(path);
  const note = useId();
  const [year = '', month = '', day = ''] = value.split('-');
  const put = (parts: readonly string[]) => onChange(parts.slice(0, hasDay ? 3 : 2).join('-'));
  const common = {
    // Narrow, so that three of them fit on a telephone.
    rightSectionWidth: 24,
    'aria-describedby': fault !== undefined || description !== undefined ? note : undefined,
    error: fault !== undefined,
  };
  return (
    <fieldset className="moment">
      <legend>{label}</legend>
      {description !== undefined && fault === undefined && (
        <p id={note} className="moment-note">
          {description}
        </p>
      )}
      <div className="moment-parts">
        {hasDay && (
          <NativeSelect
            id={fieldId(path)}
            aria-label={t('moment.day')}
            {...common}
            value={day}
            onChange={(event) => put([year, month, event.currentTarget.value])}
            data={offered(numbers(1, 31), day)}
          />
        )}
        <NativeSelect
          {...(!hasDay && { id: fieldId(path) })}
          aria-label={t('moment.month')}
          {...common}
          value={month}
          onChange={(event) => put([year, event.currentTarget.value, day])}
          data={offered(numbers(1, 12), month).map((option) => ({
            ...option,
            label: /^\d\d$/.test(option.value) ? monthName(option.value, language) : option.label,
          }))}
        />
        <NativeSelect
          aria-label={t('moment.year')}
          {...common}
          value={year}
          onChange={(event) => put([event.currentTarget.value, month, day])}
          data={offered(numbers(years.first, years.last).toReversed(), year)}
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

/** What can be chosen: also what the address holds beyond it, and nothing as long as nothing was. */
function offered(all: readonly string[], value: string) {
  const options = all.map((one) => ({ value: one, label: String(Number(one)) }));
  if (value === '') return [{ value: '', label: '–' }, ...options];
  return all.includes(value) ? options : [...options, { value, label: value }];
}

function monthName(number: string, language: 'id' | 'en'): string {
  if (number < '01' || number > '12') return number;
  return formatMonth(monthOfText(`2000-${number}`), language).replace(' 2000', '');
}
