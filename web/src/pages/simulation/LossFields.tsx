import { Button, NativeSelect, TextInput } from '@mantine/core';
import { bodyRows } from '@payung/law';
import { useLanguage } from '../../app/language.tsx';
import { TickField } from './fields.tsx';
import { fieldId, useDraft, useFault, useForm } from './form.tsx';
import { type LossFilled, lossesIn, lossesText, newLoss } from './losses.ts';

// Nobody loses more in one accident, and a longer list would only be a longer page.
const mostLosses = 10;

/** What was lost in an accident, one row of the law's table after another. */
export function LossFields() {
  const { t } = useLanguage();
  const { filled, change } = useForm();
  const fault = useFault('losses');
  const losses = lossesIn(filled.hilang);
  const put = (changed: readonly LossFilled[]) => change({ hilang: lossesText(changed) });
  return (
    <fieldset className="children">
      <legend>{t('simulation.losses')}</legend>
      {losses.map((loss, place) => (
        <LossField
          // biome-ignore lint/suspicious/noArrayIndexKey: a loss is known by its place
          key={place}
          place={place}
          loss={loss}
          onChange={(changed) => put(losses.with(place, changed))}
          onRemove={() => put(losses.toSpliced(place, 1))}
        />
      ))}
      {fault !== undefined && <p className="moment-fault">{fault}</p>}
      {losses.length < mostLosses && (
        <Button
          id={fieldId('losses')}
          variant="default"
          size="sm"
          mb="sm"
          onClick={() => put([...losses, newLoss('17')])}
        >
          {t('simulation.addLoss')}
        </Button>
      )}
      <TickField
        name="kidal"
        label={t('simulation.leftHanded')}
        description={t('simulation.leftHandedHint')}
      />
    </fieldset>
  );
}

function LossField(props: {
  readonly place: number;
  readonly loss: LossFilled;
  readonly onChange: (loss: LossFilled) => void;
  readonly onRemove: () => void;
}) {
  const { t, language } = useLanguage();
  const { place, loss, onChange, onRemove } = props;
  const path = (name: string) => `losses.${place}.${name}`;
  const fault = useFault(path('row'));
  const row = bodyRows.find((one) => one.row === loss.row);
  const name = t('simulation.loss', { number: place + 1 });
  return (
    <fieldset className="child">
      <legend>{name}</legend>
      <NativeSelect
        id={fieldId(path('row'))}
        label={t('simulation.lossRow')}
        // A long name is cut off in the list when it is closed.
        description={row?.name[language]}
        error={fault}
        value={loss.row}
        onChange={(event) => onChange(newLoss(event.currentTarget.value))}
        data={[
          ...(row === undefined ? [{ value: loss.row, label: loss.row }] : []),
          ...bodyRows.map((one) => ({
            value: one.row,
            label: `${one.name[language]} – ${one.share[language]}`,
          })),
        ]}
      />
      {row?.counted === 'units' && (
        <LossText
          path={path('units')}
          label={t('simulation.lossUnits')}
          description={t('simulation.lossUnitsHint')}
          kept={loss.units}
          onKeep={(units) => onChange({ ...loss, units })}
        />
      )}
      {row?.counted === 'setByDoctor' && (
        <LossText
          path={path('percent')}
          label={t('simulation.lossPercent')}
          description={row.share[language]}
          kept={loss.percent}
          onKeep={(percent) => onChange({ ...loss, percent })}
        />
      )}
      {row?.counted === 'once' && (
        <LossText
          path={path('functionLossPercent')}
          label={t('simulation.functionLoss')}
          description={t('simulation.functionLossHint')}
          kept={loss.functionLoss}
          onKeep={(functionLoss) => onChange({ ...loss, functionLoss })}
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

function LossText(props: {
  readonly path: string;
  readonly label: string;
  readonly description: string;
  readonly kept: string;
  readonly onKeep: (typed: string) => void;
}) {
  const { path, label, description, kept, onKeep } = props;
  const draft = useDraft(
    kept,
    (text) => text,
    (typed) => onKeep(typed.trim()),
  );
  return (
    <TextInput
      id={fieldId(path)}
      label={label}
      description={description}
      error={useFault(path)}
      inputMode="decimal"
      autoComplete="off"
      {...draft}
    />
  );
}
