import { partsOf } from '@payung/kernel';
import { type ReactNode, useState } from 'react';
import { useToday } from '../app/session.tsx';
import { Moment } from './Moment.tsx';

/**
 * A day in a form, sent under `name` as `YYYY-MM-DD`; empty if none is chosen.
 *
 * @param props.defaultValue chosen at first; absent for none
 * @param props.onDay told of each change: a whole day, or empty
 */
export function DayField(props: {
  readonly name: string;
  readonly label: string;
  readonly description?: ReactNode;
  readonly defaultValue?: string;
  readonly required?: boolean;
  readonly onDay?: (day: string) => void;
}) {
  const { name, label, description, defaultValue = '', required = false, onDay } = props;
  const { year } = partsOf(useToday());
  const [value, setValue] = useState(defaultValue);
  const wholeOf = (text: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : '');
  return (
    <div>
      <Moment
        label={label}
        description={description}
        value={value}
        onChange={(text) => {
          setValue(text);
          onDay?.(wholeOf(text));
        }}
        hasDay
        years={{ first: year - 10, last: year + 10 }}
        isRequired={required}
      />
      <input type="hidden" name={name} value={wholeOf(value)} />
    </div>
  );
}
