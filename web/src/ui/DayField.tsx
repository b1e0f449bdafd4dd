import { partsOf } from '@payung/kernel';
import { type ReactNode, useState } from 'react';
import { useToday } from '../app/session.tsx';
import { Moment } from './Moment.tsx';

/**
 * A day in a form, sent under `name` as `YYYY-MM-DD`; empty if none is chosen.
 *
 * @param props.defaultValue chosen at first; absent for none
 */
export function DayField(props: {
  readonly name: string;
  readonly label: string;
  readonly description?: ReactNode;
  readonly defaultValue?: string;
  readonly required?: boolean;
}) {
  const { name, label, description, defaultValue = '', required = false } = props;
  const { year } = partsOf(useToday());
  const [value, setValue] = useState(defaultValue);
  const isWhole = /^\d{4}-\d{2}-\d{2}$/.test(value);
  return (
    <div>
      <Moment
        label={label}
        description={description}
        value={value}
        onChange={setValue}
        hasDay
        years={{ first: year - 10, last: year + 10 }}
        isRequired={required}
      />
      <input type="hidden" name={name} value={isWhole ? value : ''} />
    </div>
  );
}
