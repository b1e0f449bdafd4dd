import { Checkbox } from '@mantine/core';
import { useLanguage } from '../../app/language.tsx';
import { ChoiceField, MoneyField } from './fields.tsx';
import { fieldId, useFault, useForm } from './form.tsx';
import { programmesTicked, puProgrammes, scales, segments, wordOf } from './request.ts';

/** Whose case it is: every part of the simulation begins with it. */
export function SegmentField() {
  const { t } = useLanguage();
  const { filled } = useForm();
  return (
    <ChoiceField
      name="segmen"
      path="segment"
      label={t('simulation.segment')}
      description={t(`segmentHint.${wordOf(segments, filled.segmen)}`)}
      options={segments.map((value) => ({ value, label: t(`segment.${value}`) }))}
    />
  );
}

/** The income of a BPU member, else the wage. @param props.incomePath the law's name of the income */
export function EarningsField(props: { readonly incomePath?: string }) {
  const { t } = useLanguage();
  const { filled } = useForm();
  const { incomePath = 'bpuIncome' } = props;
  return wordOf(segments, filled.segmen) === 'BPU' ? (
    <MoneyField
      name="penghasilan"
      path={incomePath}
      label={t('simulation.income')}
      description={t('simulation.incomeHint')}
    />
  ) : (
    <MoneyField name="upah" path="wage" label={t('simulation.wage')} description={t('simulation.wageHint')} />
  );
}

/** The size of a wage earner's enterprise, which decides the programmes, or the programmes themselves. */
export function ScaleFields() {
  const { t } = useLanguage();
  const { filled } = useForm();
  return (
    <>
      <ChoiceField
        name="skala"
        path="scale"
        label={t('simulation.scale')}
        options={scales.map((value) => ({ value, label: t(`scale.${value}`) }))}
      />
      {filled.skala === 'own' && <ProgrammeTicks />}
    </>
  );
}

function ProgrammeTicks() {
  const { t } = useLanguage();
  const { filled, change } = useForm();
  const ticked = programmesTicked(filled.program);
  const toggle = (programme: string, isTicked: boolean) =>
    change({
      program: puProgrammes.filter((one) => (one === programme ? isTicked : ticked.includes(one))).join(','),
    });
  return (
    <Checkbox.Group
      id={fieldId('programmes')}
      label={t('simulation.programmes')}
      error={useFault('programmes')}
      value={[...ticked]}
    >
      <div className="ticks">
        {puProgrammes.map((programme) => (
          <Checkbox
            key={programme}
            value={programme}
            label={`${programme} · ${t(`programme.${programme}`)}`}
            onChange={(event) => toggle(programme, event.currentTarget.checked)}
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}
