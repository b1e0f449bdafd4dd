import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { Moment, type Years } from '../../ui/Moment.tsx';
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

/** A month by name and year. */
export function MonthField(props: Place & { readonly years: Years }) {
  const { name, ...rest } = props;
  const { filled, change } = useForm();
  return (
    <MomentField
      {...rest}
      value={filled[name]}
      onChange={(value) => change({ [name]: value })}
      hasDay={false}
    />
  );
}

/** A day by number, month and year. */
export function DayField(props: Place & { readonly years: Years }) {
  const { name, ...rest } = props;
  const { filled, change } = useForm();
  return (
    <MomentField {...rest} value={filled[name]} onChange={(value) => change({ [name]: value })} hasDay />
  );
}

/** A day or a month that the address does not hold. `path` is the name that the law has for it. */
export function MomentField(
  props: Omit<Parameters<typeof Moment>[0], 'id' | 'fault' | 'isRequired'> & { readonly path: string },
) {
  const { path, ...rest } = props;
  return <Moment id={fieldId(path)} fault={useFault(path)} {...rest} />;
}
