import { partsOf } from '@payung/kernel';
import { useLanguage } from '../../app/language.tsx';
import { Go } from '../../ui/Go.tsx';
import { TraceList } from '../../ui/TraceTree.tsx';
import { PensionTerms, useCaseYears } from './CaseFields.tsx';
import { ChoiceField, DayField, MomentField, MoneyField, NumberField, TickField } from './fields.tsx';
import { useForm } from './form.tsx';
import { LossFields } from './LossFields.tsx';
import {
  endsWithNewWork,
  jobEnds,
  type MyEvent,
  myEvent,
  myEvents,
  myProgrammes,
  withdrawalReason,
  withdrawalReasons,
} from './my-case.ts';
import { useSimulationDay } from './today.ts';
import { EarningsField, ScaleFields, SegmentField } from './WorkerFields.tsx';

interface Birth {
  /** Kept out of the address: a birth date tells who somebody is. */
  readonly birth: string;
  readonly onBirth: (birth: string) => void;
}

/** What is asked to tell what a worker gets who lives on. */
export function MyCaseFields(props: Birth) {
  const { t } = useLanguage();
  const { filled } = useForm();
  const event = myEvent(filled);
  return (
    <>
      <SegmentField />
      {filled.segmen === 'PU' && <ScaleFields />}
      {event !== undefined && (
        <ChoiceField
          name="kejadian"
          path="event"
          label={t('simulation.event')}
          options={myEvents(filled).map((value) => ({ value, label: t(`myEvent.${value}`) }))}
        />
      )}
      <Programmes />
      {event !== undefined && <EventFields event={event} {...props} />}
    </>
  );
}

/** The programmes that the worker has, and does not have, so that nobody waits for them; and those that must be chosen. */
function Programmes() {
  const { t, language } = useLanguage();
  const { filled } = useForm();
  const { has, lacks, optional, trace } = myProgrammes(filled);
  const named = (programmes: readonly string[]) =>
    programmes.map((one) => (isProgramme(one) ? `${one} (${t(`programme.${one}`)})` : one)).join(', ');
  return (
    <div className="programmes">
      {trace !== undefined && (
        <details className="opener">
          <summary>{t('simulation.myProgrammes', { programmes: has.join(', ') })}</summary>
          <TraceList nodes={[trace]} language={language} />
        </details>
      )}
      {lacks.length > 0 && (
        <p>
          <strong>{t('simulation.lacking')}</strong> {named(lacks)}.
        </p>
      )}
      {optional.length > 0 && <p>{t('simulation.optional', { programmes: named(optional) })}</p>}
      {filled.segmen === 'PMI' && (
        <p>
          {t('simulation.pmiEventHint')}{' '}
          <Go to="/simulasi" search={{ ...filled, bagian: 'manfaat' }}>
            {t('simulation.toOtherEvents')}
          </Go>
        </p>
      )}
    </div>
  );
}

function isProgramme(text: string): text is 'JKK' | 'JKM' | 'JHT' | 'JP' | 'JKP' {
  return ['JKK', 'JKM', 'JHT', 'JP', 'JKP'].includes(text);
}

function EventFields(props: Birth & { readonly event: MyEvent }) {
  const { t } = useLanguage();
  const years = useCaseYears();
  const { event, ...birth } = props;
  const accidentDay = (
    <DayField name="tanggal" path="date" label={t('simulation.accidentDay')} years={years} />
  );
  switch (event) {
    case 'incapacity':
      return (
        <>
          {accidentDay}
          <EarningsField />
          <NumberField
            name="bulansakit"
            path="months"
            label={t('simulation.sickMonths')}
            description={t('simulation.sickMonthsHint')}
          />
          <NumberField name="harisakit" path="days" label={t('simulation.sickDays')} />
          <MoneyField
            name="darat"
            path="land"
            label={t('simulation.byLand')}
            description={t('simulation.transportHint')}
          />
          <MoneyField name="laut" path="sea" label={t('simulation.bySea')} />
          <MoneyField name="udara" path="air" label={t('simulation.byAir')} />
        </>
      );
    case 'lostLimb':
      return (
        <>
          {accidentDay}
          <EarningsField />
          <LossFields />
        </>
      );
    case 'lostJob':
      return <JobFields />;
    case 'savings':
      return (
        <>
          <MoneyField name="saldo" path="opening" label={t('simulation.openingBalance')} />
          <NumberField name="bulanjht" path="months" label={t('simulation.savedMonths')} />
          <EarningsField />
          <NumberField
            name="hasil"
            path="returnPercent"
            label={t('simulation.returnPercent')}
            description={t('simulation.returnHint')}
            isPercent
          />
        </>
      );
    case 'withdrawal':
      return <WithdrawalFields {...birth} />;
    case 'pension':
      return (
        <>
          <DayField name="tanggal" path="date" label={t('simulation.workEnd')} years={years} />
          <PensionTerms prefix="" />
          <BirthField {...birth} isOptional />
        </>
      );
  }
}

function JobFields() {
  const { t } = useLanguage();
  const years = useCaseYears();
  return (
    <>
      <ChoiceField
        name="alasanphk"
        path="reason"
        label={t('simulation.jobEnd')}
        options={jobEnds.map((value) => ({ value, label: t(`jobEnd.${value}`) }))}
      />
      <DayField name="tanggal" path="terminationDate" label={t('simulation.workEnd')} years={years} />
      <EarningsField />
      <NumberField name="iur24" path="contributionMonths24" label={t('simulation.paidOf24')} />
      <NumberField
        name="berturut"
        path="consecutiveMonths"
        label={t('simulation.consecutiveMonths')}
        description={t('simulation.consecutiveHint')}
      />
      <NumberField
        name="usiadaftar"
        path="ageAtRegistration"
        label={t('simulation.registeredAge')}
        description={t('simulation.mayBeEmpty')}
      />
      <NumberField name="kalijkp" path="timesReceived" label={t('simulation.timesReceived')} />
      <DayField
        name="tanggalklaim"
        path="claimDate"
        label={t('simulation.claimDay')}
        description={t('simulation.mayBeEmpty')}
        years={years}
      />
      <NumberField
        name="bulanjkp"
        path="monthsPaid"
        label={t('simulation.jobless')}
        description={t('simulation.joblessHint')}
      />
    </>
  );
}

function WithdrawalFields(birth: Birth) {
  const { t } = useLanguage();
  const years = useCaseYears();
  const { filled } = useForm();
  const reason = withdrawalReason(filled);
  const purposes = ['housing', 'other'] as const;
  return (
    <>
      <ChoiceField
        name="alasanjht"
        path="reason"
        label={t('simulation.withdrawalReason')}
        options={withdrawalReasons(filled).map((value) => ({ value, label: t(`withdrawal.${value}`) }))}
      />
      <MoneyField name="saldo" path="balance" label={t('simulation.jhtBalance')} />
      {reason === 'partial' && (
        <>
          <NumberField
            name="kepesertaan"
            path="membershipMonths"
            label={t('simulation.membershipMonths')}
            description={t('simulation.membershipMonthsHint')}
          />
          <ChoiceField
            name="tujuan"
            path="purpose"
            label={t('simulation.purpose')}
            options={purposes.map((value) => ({ value, label: t(`purpose.${value}`) }))}
          />
          <TickField name="pernah" label={t('simulation.previousPartial')} />
        </>
      )}
      {reason === 'age56' && <BirthField {...birth} />}
      {reason !== 'partial' && reason !== 'age56' && (
        <DayField name="tanggal" path="date" label={t('simulation.eventDay')} years={years} />
      )}
      {reason !== 'partial' && (
        <DayField name="diminta" path="asOf" label={t('simulation.askedDay')} years={years} />
      )}
      {endsWithNewWork(reason) && <TickField name="masihiur" label={t('simulation.stillContributing')} />}
    </>
  );
}

function BirthField(props: Birth & { readonly isOptional?: boolean }) {
  const { t } = useLanguage();
  const thisYear = partsOf(useSimulationDay()).year;
  return (
    <MomentField
      path="birthDate"
      label={t('simulation.birthDate')}
      description={props.isOptional === true ? t('simulation.birthDateHint') : t('simulation.birthDateKept')}
      value={props.birth}
      onChange={props.onBirth}
      hasDay
      years={{ first: thisYear - 80, last: thisYear - 15 }}
    />
  );
}
