import { addMonthsTo, firstDay, type Month, parseMonth } from '@payung/kernel';
import { findParameter } from '@payung/law';
import { childrenIn } from './children.ts';
import type { Filled } from './filled.ts';
import { countTyped, moneyTyped, percentTyped } from './money.ts';

/** A request of the rules protocol. A field that was left empty is undefined, and the rule says what is missing. */
export type Request = {
  readonly rule: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Without any field of a choice the law names the first of them; this is the one that is asked for here. */
  readonly choice?: { readonly first: string; readonly asked: string };
};

export const segments = ['BPU', 'PU', 'JAKON', 'PMI'] as const;
export const scales = ['micro', 'small', 'medium', 'large', 'own'] as const;
export const payers = ['self', 'government', 'village', 'other'] as const;
export const bases = ['contractValue', 'priceIncludingVat', 'wage'] as const;
export const puProgrammes = ['JKK', 'JKM', 'JHT', 'JP', 'JKP'] as const;
export const caseSegments = ['BPU', 'PU', 'JAKON'] as const;
export const caseEvents = ['death', 'workAccidentDeath', 'workAccidentTotalDisability'] as const;

/** One of the words, or the first of them. */
export function wordOf<W extends string>(words: readonly [W, ...W[]], text: string): W {
  return words.find((word) => word === text) ?? words[0];
}

/** The programmes ticked, in the order of the law. */
export function programmesTicked(text: string): readonly string[] {
  const ticked = text.split(',');
  return puProgrammes.filter((programme) => ticked.includes(programme));
}

/** Asks which programmes the worker must and may have, for a wage earner by the size of the enterprise. */
export function programmesRequest({ segmen, skala }: Filled): Request {
  const segment = wordOf(segments, segmen);
  return { rule: 'membership.programmes', input: { segment, ...(segment === 'PU' && { scale: skala }) } };
}

/** Asks what a wage earner and the employer pay in a month. @param programmes as chosen, or as the size of the enterprise has them */
export function puRequest(filled: Filled, programmes: readonly string[]): Request {
  return {
    rule: 'contribution.pu',
    input: {
      wage: moneyTyped(filled.upah),
      month: filled.bulan,
      ...(programmes.includes('JKK') && { riskClass: countTyped(filled.kelas) }),
      programmes,
      labourIntensive: filled.padatkarya === '1',
      ...(isCovidMonth(filled.bulan) && { arrearsFree: filled.tunggakan !== '1' }),
    },
  };
}

/** Whether it is a month of the Covid relief, of which arrears deprive a wage earner's employer. */
export function isCovidMonth(text: string): boolean {
  const month = parseMonth(text);
  const rows = month === undefined ? [] : (findParameter('pu.relief_factor.covid')?.rows ?? []);
  return rows.some(
    ({ from, until, state, replaced }) =>
      state === 'value' &&
      replaced === null &&
      month !== undefined &&
      from <= firstDay(month) &&
      (until === null || firstDay(month) < until),
  );
}

/** Asks what a BPU member pays from one month to another. Money of a village is counted as government's. */
export function bpuRequest(filled: Filled, months = { from: filled.bulan, to: filled.sampai }): Request {
  return {
    rule: 'contribution.bpu',
    input: {
      income: moneyTyped(filled.penghasilan),
      months,
      sector: filled.sektor,
      payer: filled.pembayar === 'village' ? 'government' : filled.pembayar,
      programmes: filled.jht === '1' ? ['JKK', 'JKM', 'JHT'] : ['JKK', 'JKM'],
    },
  };
}

/** The twelve months that begin with `from`; undefined if it is none. */
export function yearFrom(from: string): { readonly from: Month; readonly to: Month } | undefined {
  const month = parseMonth(from);
  return month === undefined ? undefined : { from: month, to: addMonthsTo(month, 11) };
}

/** Asks what a construction project pays. */
export function jakonRequest(filled: Filled): Request {
  const basis = wordOf(bases, filled.dasar);
  return {
    rule: 'contribution.jakon',
    input: {
      month: filled.bulan,
      [basis]: moneyTyped(filled.nilai),
      ...(basis === 'priceIncludingVat' && { vatPercent: percentTyped(filled.ppn) }),
    },
    choice: { first: 'contractValue', asked: basis },
  };
}

/** Asks what a migrant worker pays. */
export function pmiRequest(filled: Filled): Request {
  return {
    rule: 'contribution.pmi',
    input: { route: filled.jalur, months: countTyped(filled.lama), date: dayTyped(filled.tanggal) },
  };
}

export const pmiEvents = [
  'deathDuringWork',
  'deathAfterWork',
  'failedDeparture',
  'wrongPlacement',
  'rape',
] as const;

/** The kinds of pension that an event can bring. */
export function pensionKinds(
  event: (typeof caseEvents)[number],
): readonly ('widow' | 'child' | 'parent' | 'disability')[] {
  return event === 'workAccidentTotalDisability' ? ['disability'] : ['widow', 'child', 'parent'];
}

/**
 * Asks what a family gets.
 *
 * @param births the birth date of each child, which the address does not hold; empty if it is not known
 */
export function caseRequest(filled: Filled, births: readonly string[]): Request {
  if (filled.segmen === 'PMI') return pmiCaseRequest(filled, births);
  const event = wordOf(caseEvents, filled.peristiwa);
  const segment = wordOf(caseSegments, filled.segmen);
  const date = dayTyped(filled.tanggal);
  const children = childrenAsked(filled, births);
  const membership = segment === 'BPU' && { membershipMonths: countTyped(filled.kepesertaan) };
  if (event === 'death') {
    // A case is that of an active member; whose membership ended is told why by the rule of JKM itself.
    if (filled.aktif !== '1')
      return { rule: 'benefit.jkm', input: { date, segment, ...membership, active: false } };
  }
  const earnings = earningsAsked(filled);
  return {
    rule: 'benefit.case',
    choice: earnings.choice,
    input: {
      event,
      date,
      segment,
      ...(event === 'death'
        ? {
            ...membership,
            ...(segment === 'PU' && { memberships: countTyped(filled.jumlahkepesertaan) }),
            ...(children.length > 0 && { contributionMonths: countTyped(filled.masaiur) }),
          }
        : earnings.input),
      children,
      jhtBalance: moneyTyped(filled.saldojht),
      ...(segment === 'PU' && pensionAsked(filled, pensionKinds(event))),
    },
  };
}

function pmiCaseRequest(filled: Filled, births: readonly string[]): Request {
  const event = wordOf(pmiEvents, filled.peristiwapmi);
  return {
    rule: 'benefit.pmi',
    input: {
      event,
      date: dayTyped(filled.tanggal),
      ...(event === 'deathDuringWork' && { children: childrenAsked(filled, births) }),
    },
  };
}

function childrenAsked(filled: Filled, births: readonly string[]) {
  return childrenIn(filled.anak).map((child, place) => ({
    level: child.level,
    ...(child.level !== 'belowSchool' && { yearsLeft: countTyped(child.yearsLeft) }),
    birthDate: dayTyped(births[place] ?? ''),
    married: child.married,
    work: child.work,
    ...(child.work === 'PU' && { workMonths: countTyped(child.workMonths) }),
  }));
}

function pensionAsked(filled: Filled, kinds: readonly string[]) {
  if (!kinds.includes(filled.pensiun)) return {};
  return {
    jp: {
      kind: filled.pensiun,
      months: countTyped(filled.masajp),
      averageWage: moneyTyped(filled.upahjp),
      membershipMonths: countTyped(filled.kepesertaan),
    },
  };
}

/** The income of a BPU member, else the wage. */
export function earningsAsked({ segmen, penghasilan, upah }: Filled) {
  return wordOf(segments, segmen) === 'BPU'
    ? {
        input: { bpuIncome: moneyTyped(penghasilan) },
        choice: { first: 'wage', asked: 'bpuIncome' },
      }
    : { input: { wage: moneyTyped(upah) }, choice: { first: 'wage', asked: 'wage' } };
}

/** A day of which a part is still to be chosen is not filled in. */
export function dayTyped(text: string): string | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined;
}
