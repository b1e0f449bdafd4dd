import { Button } from '@mantine/core';
import { partsOf } from '@payung/kernel';
import { useLanguage } from '../../app/language.tsx';
import { useFormats } from '../../ui/format.ts';
import type { Years } from '../../ui/Moment.tsx';
import { ChoiceField, DayField, MoneyField, MonthField, NumberField, TickField } from './fields.tsx';
import { useForm } from './form.tsx';
import { bases, isCovidMonth, payers, segments, wordOf, yearFrom } from './request.ts';
import { useSimulationDay } from './today.ts';
import { EarningsField, ScaleFields, SegmentField } from './WorkerFields.tsx';

const riskClasses = ['1', '2', '3', '4', '5'] as const;
const sectors = ['other', 'transport'] as const;
const routes = ['placement', 'individual'] as const;

/** What is asked to tell a contribution. */
export function ContributionFields() {
  const { filled } = useForm();
  const segment = wordOf(segments, filled.segmen);
  return (
    <>
      <SegmentField />
      {segment === 'BPU' && <BpuFields />}
      {segment === 'PU' && <PuFields />}
      {segment === 'JAKON' && <JakonFields />}
      {segment === 'PMI' && <PmiFields />}
    </>
  );
}

/** The years in which there is a law to apply, and those that somebody may plan for. */
export function useLawYears(): Years {
  return { first: 2015, last: partsOf(useSimulationDay()).year + 2 };
}

function BpuFields() {
  const { t } = useLanguage();
  const years = useLawYears();
  const { filled, change } = useForm();
  const year = yearFrom(filled.bulan);
  const isYear = year !== undefined && filled.sampai === year.to;
  return (
    <>
      <EarningsField incomePath="income" />
      <ChoiceField
        name="pembayar"
        path="payer"
        label={t('simulation.payer')}
        options={payers.map((value) => ({ value, label: t(`payerChoice.${value}`) }))}
      />
      <ChoiceField
        name="sektor"
        path="sector"
        label={t('simulation.sector')}
        options={sectors.map((value) => ({ value, label: t(`sectorChoice.${value}`) }))}
      />
      <MonthField name="bulan" path="months.from" label={t('simulation.from')} years={years} />
      <MonthField name="sampai" path="months.to" label={t('simulation.to')} years={years} />
      {year !== undefined && (
        <Button variant="default" size="sm" onClick={() => change({ sampai: isYear ? year.from : year.to })}>
          {isYear ? t('simulation.oneMonth') : t('simulation.wholeYear')}
        </Button>
      )}
      <TickField name="jht" label={t('simulation.withJht')} description={t('simulation.withJhtHint')} />
    </>
  );
}

function PuFields() {
  const { t } = useLanguage();
  const years = useLawYears();
  const { filled } = useForm();
  return (
    <>
      <EarningsField />
      <ScaleFields />
      <ChoiceField
        name="kelas"
        path="riskClass"
        label={t('simulation.riskClass')}
        description={t('simulation.riskClassHint')}
        options={riskClasses.map((value) => ({ value, label: t(`riskClass.${value}`) }))}
      />
      <MonthField name="bulan" path="month" label={t('simulation.month')} years={years} />
      <TickField
        name="padatkarya"
        label={t('simulation.labourIntensive')}
        description={t('simulation.labourIntensiveHint')}
      />
      {isCovidMonth(filled.bulan) && (
        <TickField
          name="tunggakan"
          label={t('simulation.arrears')}
          description={t('simulation.arrearsHint')}
        />
      )}
    </>
  );
}

function JakonFields() {
  const { t } = useLanguage();
  const format = useFormats();
  const years = useLawYears();
  const { filled } = useForm();
  const basis = wordOf(bases, filled.dasar);
  return (
    <>
      <ChoiceField
        name="dasar"
        path="basis"
        label={t('simulation.basis')}
        options={bases.map((value) => ({ value, label: t(`basis.${value}`) }))}
      />
      <MoneyField name="nilai" path={basis} label={t(`basis.${basis}`)} />
      {basis === 'priceIncludingVat' && (
        <NumberField
          name="ppn"
          path="vatPercent"
          label={t('simulation.vat')}
          description={t('simulation.vatHint', { example: format.percent(11) })}
          isPercent
        />
      )}
      <MonthField name="bulan" path="month" label={t('simulation.month')} years={years} />
    </>
  );
}

function PmiFields() {
  const { t } = useLanguage();
  const years = useLawYears();
  return (
    <>
      <ChoiceField
        name="jalur"
        path="route"
        label={t('simulation.route')}
        options={routes.map((value) => ({ value, label: t(`route.${value}`) }))}
      />
      <NumberField name="lama" path="months" label={t('simulation.length')} />
      <DayField name="tanggal" path="date" label={t('simulation.payDay')} years={years} />
    </>
  );
}
