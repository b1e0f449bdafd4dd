import { NativeSelect } from '@mantine/core';
import { addMonthsTo, monthOf, monthsThrough } from '@payung/kernel';
import { useToday } from '../app/session.tsx';
import { useFormats } from './format.ts';

/** A month to choose, by name; browsers differ too much in `input type="month"`. */
export function MonthSelect(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (month: string) => void;
  /** Months before and after this one that can be chosen. */
  readonly back?: number;
  readonly ahead?: number;
}) {
  const format = useFormats();
  const now = monthOf(useToday());
  const offered: string[] = monthsThrough(
    addMonthsTo(now, -(props.back ?? 24)),
    addMonthsTo(now, props.ahead ?? 0),
  );
  const months = offered.includes(props.value) ? offered : [...offered, props.value].sort();
  return (
    <NativeSelect
      label={props.label}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      data={months.map((value) => ({ value, label: format.month(value) })).reverse()}
    />
  );
}
