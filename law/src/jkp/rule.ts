import { has, readCount, readDay, readFields, readMoney, readWord } from '../engine/input.ts';
import type { Rule } from '../engine/run.ts';
import { type EndOfEmployment, jkpBenefit } from './benefit.ts';
import { cashRates } from './parameters.ts';

const REASONS: readonly EndOfEmployment[] = [
  'termination',
  'pkwtTerminatedEarly',
  'resignation',
  'retirement',
  'totalDisability',
  'death',
  'pkwtEnded',
];
const FIELDS = [
  'terminationDate',
  'wage',
  'reason',
  'contributionMonths24',
  'consecutiveMonths',
  'ageAtRegistration',
  'timesReceived',
  'claimDate',
  'monthsPaid',
] as const;
const LONGEST = Math.max(...cashRates.periods.map(({ value }) => value.length));

/** `benefit.jkp` of the rules protocol. */
export const benefitJkp: Rule = {
  id: 'benefit.jkp',
  about: { id: 'Manfaat uang tunai JKP setelah PHK', en: 'JKP cash benefit after a dismissal' },
  answer(input) {
    const fields = readFields(input, FIELDS);
    return jkpBenefit({
      terminationDate: readDay(fields, 'terminationDate'),
      wage: readMoney(fields, 'wage', 1),
      reason: readWord(fields, 'reason', REASONS, 'termination'),
      contributionMonths24: readCount(fields, 'contributionMonths24', { most: 24 }),
      ...(has(fields, 'consecutiveMonths') && { consecutiveMonths: readCount(fields, 'consecutiveMonths') }),
      ...(has(fields, 'ageAtRegistration') && { ageAtRegistration: readCount(fields, 'ageAtRegistration') }),
      timesReceived: has(fields, 'timesReceived') ? readCount(fields, 'timesReceived') : 0,
      ...(has(fields, 'claimDate') && { claimDate: readDay(fields, 'claimDate') }),
      monthsPaid: has(fields, 'monthsPaid') ? readCount(fields, 'monthsPaid', { most: LONGEST }) : LONGEST,
    });
  },
};
