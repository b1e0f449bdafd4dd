import { bodyRows, type Result } from '@payung/law';
import { ask, type Outcome, textsAt } from './answer.ts';
import type { Filled } from './filled.ts';
import { lossesIn } from './losses.ts';
import { countTyped, moneyTyped, percentTyped } from './money.ts';
import {
  dayTyped,
  earningsAsked,
  programmesRequest,
  programmesTicked,
  puProgrammes,
  type Request,
  wordOf,
} from './request.ts';

/** What can happen to a worker, and the programme that answers it. */
const EVENTS = [
  ['incapacity', 'JKK'],
  ['lostLimb', 'JKK'],
  ['lostJob', 'JKP'],
  ['savings', 'JHT'],
  ['withdrawal', 'JHT'],
  ['pension', 'JP'],
] as const;

export type MyEvent = (typeof EVENTS)[number][0];

/** What a worker has and does not have, and the law that says so; none where the programmes were ticked one by one. */
export type MyProgrammes = {
  readonly has: readonly string[];
  readonly optional: readonly string[];
  readonly lacks: readonly string[];
  readonly trace: Result | undefined;
};

/** The programmes of the chosen worker. JKP comes with the employment of a wage earner and is not in the table of the law. */
export function myProgrammes(filled: Filled): MyProgrammes {
  const isEmployed = filled.segmen === 'PU';
  const outcome = isEmployed && filled.skala === 'own' ? undefined : ask(programmesRequest(filled));
  const trace = outcome?.state === 'answered' ? outcome.trace : undefined;
  const optional = textsAt(trace?.value, 'optional');
  const has =
    trace === undefined
      ? programmesTicked(filled.program)
      : [...textsAt(trace.value, 'compulsory'), ...optional, ...(isEmployed ? ['JKP'] : [])];
  return { has, optional, lacks: puProgrammes.filter((one) => !has.includes(one)), trace };
}

/** What can be asked for the chosen worker, by the programmes that they have. */
export function myEvents(filled: Filled): readonly MyEvent[] {
  const { has } = myProgrammes(filled);
  return EVENTS.filter(([event, programme]) => {
    // What a migrant worker gets after an accident was not read, and their contribution to JHT is no share of an income.
    if (filled.segmen === 'PMI') return event === 'withdrawal';
    return has.includes(programme);
  }).map(([event]) => event);
}

/** The event asked for, or the first that the worker has; undefined if there is none. */
export function myEvent(filled: Filled): MyEvent | undefined {
  const events = myEvents(filled);
  return events.find((event) => event === filled.kejadian) ?? events[0];
}

/**
 * What the worker gets, by the main rule of the event; undefined if no programme of theirs answers anything.
 *
 * @param birth the birth date, which the address does not hold; empty if it is not known
 */
export function myOutcome(filled: Filled, birth: string): Outcome | undefined {
  const event = myEvent(filled);
  if (event === undefined) return undefined;
  const outcome = ask(myRequest(filled, event, birth));
  if (outcome.state === 'invalid' || event !== 'incapacity') return outcome;
  const transport = ask(transportRequest(filled));
  return transport.state === 'invalid' ? transport : outcome;
}

/** Asks what transport after the accident is paid. */
export function transportRequest(filled: Filled): Request {
  const [land, sea, air] = [filled.darat, filled.laut, filled.udara].map(moneyTyped);
  return { rule: 'benefit.jkk.transport', input: { date: dayTyped(filled.tanggal), land, sea, air } };
}

/** Asks which care is paid after the accident, without any cost. */
export function careRequest(filled: Filled): Request {
  return { rule: 'benefit.jkk.care', input: { date: dayTyped(filled.tanggal) } };
}

function myRequest(filled: Filled, event: MyEvent, birth: string): Request {
  const date = dayTyped(filled.tanggal);
  const { input: earnings, choice } = earningsAsked(filled);
  switch (event) {
    case 'incapacity': {
      const [months, days] = [countTyped(filled.bulansakit), countTyped(filled.harisakit)];
      // Days alone are no whole month, which need not be written as a zero.
      const whole = months === undefined && days !== undefined ? 0 : months;
      return { rule: 'benefit.jkk.stmb', input: { date, ...earnings, months: whole, days }, choice };
    }
    case 'lostLimb': {
      const losses = lossesAsked(filled);
      const leftHanded = filled.kidal === '1';
      const input = { date, ...earnings, extent: 'partial', losses, leftHanded };
      return { rule: 'benefit.jkk.disability', input, choice };
    }
    case 'lostJob':
      return {
        rule: 'benefit.jkp',
        input: {
          terminationDate: date,
          wage: moneyTyped(filled.upah),
          reason: wordOf(jobEnds, filled.alasanphk),
          contributionMonths24: countTyped(filled.iur24),
          consecutiveMonths: countTyped(filled.berturut),
          ageAtRegistration: countTyped(filled.usiadaftar),
          timesReceived: countTyped(filled.kalijkp),
          claimDate: dayTyped(filled.tanggalklaim),
          monthsPaid: countTyped(filled.bulanjkp),
        },
      };
    case 'savings':
      return {
        rule: 'benefit.jht.balance',
        input: {
          opening: moneyTyped(filled.saldo),
          months: countTyped(filled.bulanjht),
          ...earnings,
          returnPercent: percentTyped(filled.hasil),
        },
        choice,
      };
    case 'withdrawal':
      return withdrawalRequest(filled, birth);
    case 'pension':
      return {
        rule: 'benefit.jp.monthly',
        input: {
          kind: 'oldAge',
          date,
          months: countTyped(filled.masajp),
          averageWage: moneyTyped(filled.upahjp),
          birthDate: dayTyped(birth),
        },
      };
  }
}

function lossesAsked(filled: Filled) {
  return lossesIn(filled.hilang).map(({ row, units, percent, functionLoss }) => {
    const counted = bodyRows.find((one) => one.row === row)?.counted ?? 'once';
    return {
      row,
      ...(counted === 'units' && { units: countTyped(units) }),
      ...(counted === 'setByDoctor' && { percent: percentTyped(percent) }),
      ...(counted === 'once' && { functionLossPercent: percentTyped(functionLoss) }),
    };
  });
}

/** How an employment can end. */
export const jobEnds = [
  'termination',
  'pkwtTerminatedEarly',
  'pkwtEnded',
  'resignation',
  'retirement',
  'totalDisability',
] as const;

const WORK_ENDS = { PU: ['resignation', 'termination', 'pkwtEnd'], BPU: ['bpuStops'] } as const;

/** For what a worker can ask the savings back. What a family gets of them is told where the family's case is. */
export function withdrawalReasons({ segmen }: Filled) {
  const ends = segmen === 'PU' ? WORK_ENDS.PU : segmen === 'BPU' ? WORK_ENDS.BPU : [];
  return ['partial', ...ends, 'age56', 'leavingIndonesia', 'totalDisability'] as const;
}

/** The reason asked for, or the first of the worker's. */
export function withdrawalReason(filled: Filled) {
  return withdrawalReasons(filled).find((reason) => reason === filled.alasanjht) ?? 'partial';
}

/** Whether contributing again ends the right. */
export function endsWithNewWork(reason: string): boolean {
  return [...WORK_ENDS.PU, ...WORK_ENDS.BPU].some((one) => one === reason);
}

function withdrawalRequest(filled: Filled, birth: string): Request {
  const rule = 'benefit.jht.withdrawal';
  const reason = withdrawalReason(filled);
  const balance = moneyTyped(filled.saldo);
  const asOf = dayTyped(filled.diminta);
  switch (reason) {
    case 'partial':
      return {
        rule,
        input: {
          reason,
          balance,
          membershipMonths: countTyped(filled.kepesertaan),
          purpose: filled.tujuan === 'housing' ? 'housing' : 'other',
          previousPartial: filled.pernah === '1',
        },
      };
    case 'age56':
      return { rule, input: { reason, balance, birthDate: dayTyped(birth), asOf } };
    default: {
      const stillContributing = endsWithNewWork(reason) && filled.masihiur === '1';
      return { rule, input: { reason, balance, date: dayTyped(filled.tanggal), asOf, stillContributing } };
    }
  }
}
