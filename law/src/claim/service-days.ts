import { type Day, day, percentText, type Rate } from '@payung/kernel';
import { LawError } from '../engine/error.ts';
import { type Explained, Explanation } from '../engine/explain.ts';
import { readDay, readFields, readRequiredWord, readWord } from '../engine/input.ts';
import { type Citation, citationOf, type Parameter, periodOn } from '../engine/parameter.ts';
import type { Rule } from '../engine/run.ts';
import { lateShare } from '../jkm/parameters.ts';
import {
  jhtPaymentDays,
  jkkLateShare,
  jkkPaymentDays,
  jkmPaymentDays,
  jkpPaymentDays,
  jpPaymentDays,
} from './parameters.ts';
import * as texts from './service-days-texts.ts';

/** What is paid on a claim. */
export type PaidProgramme = 'JKK' | 'JKM' | 'JHT' | 'JP' | 'JKP' | 'scholarship';

/** One claim. */
export type ServiceDaysInput = {
  readonly programme: PaidProgramme;
  /** The day of the application, which decides the law. */
  readonly date: Day;
  /** Of JKK: to whom it is paid, the worker declared recovered or the heirs. Without effect elsewhere. */
  readonly ground: 'recovery' | 'death';
};

/** How soon a claim is paid; null where no such number, or no cost of delay, is established. */
export type ServiceDays = {
  readonly workingDays: number | null;
  readonly countedFrom: 'completeApplication' | 'approval' | null;
  /** Percent of the benefit owed for each day of delay, as a decimal string. */
  readonly lateRatePercent: string | null;
};

type Terms = {
  readonly days?: Parameter<number>;
  readonly countedFrom: ServiceDays['countedFrom'];
  readonly late?: Parameter<Rate>;
  readonly law: Citation;
};

const PROGRAMMES: readonly PaidProgramme[] = ['JKK', 'JKM', 'JHT', 'JP', 'JKP', 'scholarship'];
const GROUNDS: readonly ServiceDaysInput['ground'][] = ['recovery', 'death'];
const BEGINNING = day('2015-07-01');
const PP_44_2015 = { law: 'PP 44/2015' };
const TERMS: Readonly<Record<PaidProgramme, Terms>> = {
  JKK: { days: jkkPaymentDays, countedFrom: 'completeApplication', late: jkkLateShare, law: PP_44_2015 },
  JKM: { days: jkmPaymentDays, countedFrom: 'completeApplication', late: lateShare, law: PP_44_2015 },
  JHT: { days: jhtPaymentDays, countedFrom: 'completeApplication', law: { law: 'Permenaker 4/2022' } },
  JP: { days: jpPaymentDays, countedFrom: 'approval', law: { law: 'PP 45/2015' } },
  JKP: { days: jkpPaymentDays, countedFrom: 'completeApplication', law: { law: 'PP 37/2021' } },
  scholarship: { countedFrom: null, law: { law: 'Permenaker 5/2021' } },
};

/**
 * Within how many working days a claim is paid, and what each day of delay costs, explained. `claim.deadline` turns the days
 * into a date, `claim.lateCompensation` the percentage into rupiah.
 *
 * A number that was not read in a regulation is answered as open: otherwise none is established.
 *
 * @law PP 44/2015 Pasal 37 and Pasal 40; Permenaker 4/2022
 * @throws LawError date.outOfRange before the programme
 */
export function serviceDays({ programme, date, ground }: ServiceDaysInput): Explained<ServiceDays> {
  if (date < BEGINNING)
    throw new LawError('date.outOfRange', 'date', {
      came: date,
      accepted: { id: `mulai ${BEGINNING}`, en: `from ${BEGINNING}` },
    });
  const x = new Explanation('claim.serviceDays', date);
  const { days, countedFrom, late, law } = TERMS[programme];
  const workingDays = days === undefined ? null : x.read(days);
  const rate = late === undefined ? undefined : x.find(late);
  const lateRatePercent = rate === undefined ? null : percentText(rate);
  const answer: ServiceDays = { workingDays, countedFrom, lateRatePercent };
  const none: ServiceDays = { ...answer, workingDays: null, countedFrom: null };
  const period = days === undefined ? undefined : periodOn(days, date);
  const isRead = period?.source.confidence === 'quoted';
  if (!isRead) {
    x.uncertainty({
      id: 'service.days_not_read',
      text: texts.notRead(workingDays, programme),
      changesResult: true,
      otherwise: workingDays === null ? null : none,
    });
  }
  if (programme === 'JKK' && ground === 'death') {
    const asJkm = periodOn(jkmPaymentDays, date)?.value ?? null;
    x.uncertainty({
      id: 'service.jkk_death',
      text: texts.jkkDeath(asJkm),
      changesResult: asJkm !== workingDays,
      otherwise: { ...answer, workingDays: asJkm },
    });
  }
  if (lateRatePercent === null) {
    x.finding({
      id: 'service.late',
      applies: false,
      because: 'notFound',
      text: texts.noCompensation(programme),
      citation: law,
      confidence: 'known',
    });
  }
  return x.result(
    answer,
    texts.answer(workingDays, countedFrom, lateRatePercent),
    period === undefined ? law : citationOf(period.source),
  );
}

/** `claim.serviceDays` of the rules protocol. */
export const claimServiceDays: Rule = {
  id: 'claim.serviceDays',
  about: {
    id: 'Hari kerja pembayaran klaim dan akibat keterlambatan',
    en: 'Working days in which a claim is paid, and the cost of delay',
  },
  answer(input) {
    const fields = readFields(input, ['programme', 'date', 'ground']);
    return serviceDays({
      programme: readRequiredWord(fields, 'programme', PROGRAMMES),
      date: readDay(fields, 'date'),
      ground: readWord(fields, 'ground', GROUNDS, 'recovery'),
    });
  },
};
