import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { partsOf } from '@payung/kernel';
import { useLanguage } from '../../app/language.tsx';
import { type ChildFilled, childrenIn, childrenText, newChild } from './children.ts';
import { MomentField } from './fields.tsx';
import { fieldId, useDraft, useFault, useForm } from './form.tsx';
import { useSimulationDay } from './today.ts';

const levels = ['belowSchool', 'TK', 'SD', 'SMP', 'SMA', 'PT'] as const;
const works = ['none', 'PU', 'BPU', 'internship'] as const;
const years = ['1', '2', '3', '4', '5', '6'] as const;
// A longer list is no family any more, and only the first two get a scholarship.
const mostChildren = 8;

/** The children of a case, one after another. */
export function ChildrenFields(props: {
  /** Kept out of the address: a birth date tells who somebody is. */
  readonly births: readonly string[];
  readonly onBirths: (births: readonly string[]) => void;
}) {
  const { t } = useLanguage();
  const { births, onBirths } = props;
  const { filled, change } = useForm();
  const children = childrenIn(filled.anak);
  const put = (changed: readonly ChildFilled[]) => change({ anak: childrenText(changed) });
  return (
    <fieldset className="children">
      <legend>{t('simulation.children')}</legend>
      {children.map((child, place) => (
        <ChildFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a child is known by its place
          key={place}
          place={place}
          child={child}
          birth={births[place] ?? ''}
          onChange={(changed) => put(children.with(place, changed))}
          onBirth={(birth) => onBirths(children.map((_, n) => (n === place ? birth : (births[n] ?? ''))))}
          onRemove={() => {
            onBirths(births.toSpliced(place, 1));
            put(children.toSpliced(place, 1));
          }}
        />
      ))}
      {children.length < mostChildren && (
        <Button variant="default" size="sm" onClick={() => put([...children, newChild])}>
          {t('simulation.addChild')}
        </Button>
      )}
    </fieldset>
  );
}

function ChildFields(props: {
  readonly place: number;
  readonly child: ChildFilled;
  readonly birth: string;
  readonly onChange: (child: ChildFilled) => void;
  readonly onBirth: (birth: string) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useLanguage();
  const { place, child, birth, onChange, onBirth, onRemove } = props;
  const thisYear = partsOf(useSimulationDay()).year;
  const path = (name: string) => `children.${place}.${name}`;
  const faults = {
    level: useFault(path('level')),
    yearsLeft: useFault(path('yearsLeft')),
    workMonths: useFault(path('workMonths')),
  };
  const months = useDraft(
    child.workMonths,
    (text) => text,
    (typed) => onChange({ ...child, workMonths: typed.trim() }),
  );
  const name = t('simulation.child', { number: place + 1 });
  return (
    <fieldset className="child">
      <legend>{name}</legend>
      <NativeSelect
        id={fieldId(path('level'))}
        label={t('simulation.level')}
        error={faults.level}
        value={child.level}
        onChange={(event) => onChange({ ...child, level: event.currentTarget.value })}
        data={levels.map((value) => ({ value, label: t(`level.${value}`) }))}
      />
      {child.level !== 'belowSchool' && (
        <NativeSelect
          id={fieldId(path('yearsLeft'))}
          label={t('simulation.yearsLeft')}
          error={faults.yearsLeft}
          value={child.yearsLeft}
          onChange={(event) => onChange({ ...child, yearsLeft: event.currentTarget.value })}
          data={[...years]}
        />
      )}
      <MomentField
        path={path('birthDate')}
        label={t('simulation.birthDate')}
        description={t('simulation.birthDateHint')}
        value={birth}
        onChange={onBirth}
        hasDay
        years={{ first: thisYear - 40, last: thisYear + 1 }}
      />
      <Checkbox
        label={t('simulation.married')}
        checked={child.married}
        onChange={(event) => onChange({ ...child, married: event.currentTarget.checked })}
      />
      <NativeSelect
        label={t('simulation.work')}
        value={child.work}
        onChange={(event) => onChange({ ...child, work: event.currentTarget.value })}
        data={works.map((value) => ({ value, label: t(`childWork.${value}`) }))}
      />
      {child.work === 'PU' && (
        <TextInput
          id={fieldId(path('workMonths'))}
          label={t('simulation.workMonths')}
          error={faults.workMonths}
          inputMode="numeric"
          autoComplete="off"
          {...months}
        />
      )}
      <Button
        variant="subtle"
        size="sm"
        onClick={onRemove}
        aria-label={t('simulation.removeNamed', { name })}
      >
        {t('simulation.remove')}
      </Button>
    </fieldset>
  );
}
