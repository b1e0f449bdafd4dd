import { partsOf } from '@payung/kernel';
import { useState } from 'react';
import { useLanguage } from '../../app/language.tsx';
import type { Years } from '../../ui/Moment.tsx';
import { ChildrenFields } from './ChildrenFields.tsx';
import { useLawYears } from './ContributionFields.tsx';
import { childrenIn } from './children.ts';
import { ChoiceField, DayField, MoneyField, NumberField } from './fields.tsx';
import { useForm } from './form.tsx';
import { caseEvents, caseSegments, pensionKinds, pmiEvents, segments, wordOf } from './request.ts';
import { useSimulationDay } from './today.ts';
import { EarningsField, SegmentField } from './WorkerFields.tsx';

const yesNo = ['1', '0'] as const;

interface Births {
  readonly births: readonly string[];
  readonly onBirths: (births: readonly string[]) => void;
}

/** What is asked to tell what a family gets. */
export function CaseFields(props: Births) {
  const { filled } = useForm();
  const segment = wordOf(segments, filled.segmen);
  return (
    <>
      <SegmentField />
      {segment === 'PMI' ? <MigrantCaseFields {...props} /> : <MemberCaseFields {...props} />}
    </>
  );
}

function MigrantCaseFields(props: Births) {
  const { t } = useLanguage();
  const { filled } = useForm();
  const years = useCaseYears();
  const event = wordOf(pmiEvents, filled.peristiwapmi);
  return (
    <>
      <ChoiceField
        name="peristiwapmi"
        path="event"
        label={t('simulation.event')}
        description={t('simulation.pmiEventHint')}
        options={pmiEvents.map((value) => ({ value, label: t(`pmiEvent.${value}`) }))}
      />
      <DayField name="tanggal" path="date" label={t('simulation.eventDay')} years={years} />
      {event === 'deathDuringWork' && <ChildrenFields {...props} />}
    </>
  );
}

function MemberCaseFields(props: Births) {
  const { t } = useLanguage();
  const { filled } = useForm();
  const years = useCaseYears();
  const event = wordOf(caseEvents, filled.peristiwa);
  const segment = wordOf(caseSegments, filled.segmen);
  const isDeath = event === 'death';
  const hasChildren = childrenIn(filled.anak).length > 0;
  // Open from the start if the address fills it in; afterwards as the reader wishes.
  const [hasSavings] = useState(filled.saldojht !== '' || filled.pensiun !== '');
  return (
    <>
      <ChoiceField
        name="peristiwa"
        path="event"
        label={t('simulation.event')}
        options={caseEvents.map((value) => ({ value, label: t(`caseEvent.${value}`) }))}
      />
      <DayField
        name="tanggal"
        path="date"
        label={isDeath ? t('simulation.deathDay') : t('simulation.accidentDay')}
        years={years}
      />
      {!isDeath && <EarningsField />}
      {isDeath && (
        <ChoiceField
          name="aktif"
          path="active"
          label={t('simulation.active')}
          description={t('simulation.activeHint')}
          options={yesNo.map((value) => ({ value, label: t(`activeChoice.${value}`) }))}
        />
      )}
      {isDeath && segment === 'BPU' && (
        <NumberField
          name="kepesertaan"
          path="membershipMonths"
          label={t('simulation.membershipMonths')}
          description={t('simulation.membershipMonthsHint')}
        />
      )}
      {isDeath && filled.aktif === '1' && segment === 'PU' && (
        <NumberField
          name="jumlahkepesertaan"
          path="memberships"
          label={t('simulation.memberships')}
          description={t('simulation.membershipsHint')}
        />
      )}
      {isDeath && filled.aktif === '1' && hasChildren && (
        <NumberField
          name="masaiur"
          path="contributionMonths"
          label={t('simulation.contributionMonths')}
          description={t('simulation.contributionMonthsHint')}
        />
      )}
      {(!isDeath || filled.aktif === '1') && (
        <>
          <ChildrenFields {...props} />
          <details className="opener" open={hasSavings}>
            <summary>{t('simulation.savings')}</summary>
            <div className="fields">
              <MoneyField name="saldojht" path="jhtBalance" label={t('simulation.jhtBalance')} />
              {segment === 'PU' && <PensionFields kinds={pensionKinds(event)} />}
            </div>
          </details>
        </>
      )}
    </>
  );
}

/** The years in which an event may lie. */
export function useCaseYears(): Years {
  const { first } = useLawYears();
  return { first, last: partsOf(useSimulationDay()).year + 1 };
}

function PensionFields(props: { readonly kinds: ReturnType<typeof pensionKinds> }) {
  const { t } = useLanguage();
  const { filled } = useForm();
  const { kinds } = props;
  return (
    <>
      <ChoiceField
        name="pensiun"
        path="jp.kind"
        label={t('simulation.pension')}
        options={[
          { value: '', label: t('simulation.noPension') },
          ...kinds.map((value) => ({ value, label: t(`pensionKind.${value}`) })),
        ]}
      />
      {kinds.some((kind) => kind === filled.pensiun) && (
        <>
          <PensionTerms prefix="jp." />
          <NumberField
            name="kepesertaan"
            path="jp.membershipMonths"
            label={t('simulation.membershipMonths')}
          />
        </>
      )}
    </>
  );
}

/** What any pension is reckoned from. @param props.prefix before the law's names of the fields */
export function PensionTerms(props: { readonly prefix: string }) {
  const { t } = useLanguage();
  return (
    <>
      <NumberField
        name="masajp"
        path={`${props.prefix}months`}
        label={t('simulation.pensionMonths')}
        description={t('simulation.pensionMonthsHint')}
      />
      <MoneyField
        name="upahjp"
        path={`${props.prefix}averageWage`}
        label={t('simulation.averageWage')}
        description={t('simulation.averageWageHint')}
      />
    </>
  );
}
