import {
  addYears,
  type Day,
  day,
  firstDay,
  formatDay,
  formatRupiah,
  monthOf,
  type Rupiah,
  rupiah,
  share,
} from '@payung/kernel';
import { LawError } from '../engine/error.ts';
import { type Explained, Explanation } from '../engine/explain.ts';
import { laterDay, WITHIN_YEARS } from '../engine/later.ts';
import type { Citation } from '../engine/parameter.ts';
import { type Requirement, unmet } from '../engine/requirement.ts';
import { countText } from '../engine/text.ts';
import {
  jhtAge,
  jhtHousingShare,
  jhtOtherShare,
  jhtPartialMembership,
  jhtWaitingMonths,
} from './parameters.ts';

/** Events after which the whole balance is paid, from some day on. */
export type JhtEvent =
  | 'resignation'
  | 'termination'
  | 'pkwtEnd'
  | 'bpuStops'
  | 'leavingIndonesia'
  | 'totalDisability'
  | 'death';

/** What the payment is asked for, with what decides it. */
export type JhtWithdrawalInput = { readonly balance: Rupiah } & (
  | {
      readonly reason: 'partial';
      readonly membershipMonths: number;
      readonly purpose: 'housing' | 'other';
      /** Whether a part, of either kind, was taken before in this membership. */
      readonly previousPartial: boolean;
    }
  | { readonly reason: 'age56'; readonly birthDate: Day; readonly asOf: Day }
  | {
      readonly reason: JhtEvent;
      readonly date: Day;
      readonly asOf: Day;
      /** Whether the member contributes again: leaving work then gives no right. */
      readonly stillContributing: boolean;
    }
);

/** Why nothing is paid. */
export type JhtRefusal =
  | 'jht.age'
  | 'jht.waiting'
  | 'jht.stillContributing'
  | 'jht.partial.membership'
  | 'jht.partial.once';

/** What is payable before tax, Rp 0 with all reasons if nothing is. `earliest` is absent for a partial withdrawal. */
export type JhtWithdrawal = {
  readonly eligible: boolean;
  readonly because?: readonly JhtRefusal[];
  readonly earliest?: Day;
  readonly payable: Rupiah;
};

const RULE = 'benefit.jht.withdrawal';
const WAITING: Citation = { law: 'Permenaker 4/2022' };
const AGE: Citation = { law: 'PP 46/2015', article: 'Pasal 22 ayat (1)' };
const PARTIAL: Citation = { law: 'PP 46/2015', article: 'Pasal 22 ayat (4)–(6)' };
const PAYMENT: Citation = { law: 'PP 46/2015', article: 'Pasal 22 dan Pasal 26' };
// A partial withdrawal names no day: its conditions have been the same since the programme began.
const BEGINNING = day('2015-07-01');

const WAITS: readonly JhtEvent[] = ['resignation', 'termination', 'pkwtEnd'];
const ENDS_WITH_NEW_WORK: readonly JhtEvent[] = [...WAITS, 'bpuStops'];

/**
 * Payment of JHT, explained: the whole balance from a day on, or once a part of it. Tax on the payment is not modelled.
 *
 * @law PP 46/2015 Pasal 22, 26 (PP 60/2015); Permenaker 4/2022
 * @throws LawError date.outOfRange before July 2015 or beyond the years the kernel knows
 */
export function jhtWithdrawal(input: JhtWithdrawalInput): Explained<JhtWithdrawal> {
  if (input.reason === 'partial') return partialWithdrawal(input);
  if (input.reason === 'age56') {
    const x = new Explanation(RULE, input.asOf, 'asOf');
    const earliest = birthday(input.birthDate, x.read(jhtAge));
    return close(x, input.balance, earliest, unmet(x, [reached('jht.age', input.asOf, earliest, AGE)]));
  }
  const { reason, date, asOf, stillContributing } = input;
  const x = new Explanation(RULE, date);
  const earliest = payableFrom(x, reason, date);
  const list = [reached('jht.waiting', asOf, earliest, WAITING)];
  if (ENDS_WITH_NEW_WORK.includes(reason)) {
    list.push({
      code: 'jht.stillContributing',
      isMet: !stillContributing,
      text: {
        id: 'Hanya selama tidak membayar iuran lagi',
        en: 'Only while no contributions are paid again',
      },
      citation: WAITING,
      confidence: 'quoted',
    });
  }
  const because = unmet(x, list);
  if (reason === 'pkwtEnd') {
    const otherwise = !stillContributing && date <= asOf ? input.balance : rupiah(0);
    x.uncertainty({
      id: 'jht.pkwt_wait',
      text: {
        id: `Masa tunggu setelah PKWT berakhir belum dipastikan; tanpa masa tunggu dapat dibayar sejak ${formatDay(date, 'id')}`,
        en: `Whether the wait holds when a fixed term ends is not established; without it payable from ${formatDay(date, 'en')}`,
      },
      changesResult: true,
      otherwise: { earliest: date, payable: otherwise },
    });
  }
  return close(x, input.balance, earliest, because);
}

function payableFrom(x: Explanation, reason: JhtEvent, date: Day): Day {
  const wait = x.read(jhtWaitingMonths);
  if (WAITS.includes(reason)) return laterDay(date, { months: wait }, 'date');
  if (reason !== 'totalDisability') return date;
  const following = laterDay(firstDay(monthOf(date)), { months: 1 }, 'date');
  return x.step(
    'jht.disability_from',
    following,
    {
      id: `Cacat total tetap: mulai tanggal 1 bulan berikutnya, ${formatDay(following, 'id')}`,
      en: `Total disability: from the 1st of the following month, ${formatDay(following, 'en')}`,
    },
    { citation: { law: 'PP 46/2015', article: 'Pasal 26' }, confidence: 'known' },
  );
}

function reached(
  code: 'jht.age' | 'jht.waiting',
  asOf: Day,
  earliest: Day,
  citation: Citation,
): Requirement<JhtRefusal> {
  return {
    code,
    isMet: asOf >= earliest,
    text: {
      id: `Dapat dibayar sejak ${formatDay(earliest, 'id')}; diminta ${formatDay(asOf, 'id')}`,
      en: `Payable from ${formatDay(earliest, 'en')}; asked on ${formatDay(asOf, 'en')}`,
    },
    citation,
    confidence: 'quoted',
  };
}

function partialWithdrawal(input: JhtWithdrawalInput & { reason: 'partial' }): Explained<JhtWithdrawal> {
  const { balance, membershipMonths, purpose, previousPartial } = input;
  const x = new Explanation(RULE, BEGINNING);
  const least = x.read(jhtPartialMembership);
  const because = unmet<JhtRefusal>(x, [
    {
      code: 'jht.partial.membership',
      isMet: membershipMonths >= least,
      text: {
        id: `Kepesertaan ${membershipMonths} bulan, perlu ${least}`,
        en: `${countText(membershipMonths, 'month').en} of membership, ${least} needed`,
      },
      citation: PARTIAL,
      confidence: 'quoted',
    },
    {
      code: 'jht.partial.once',
      isMet: !previousPartial,
      text: {
        id: 'Hanya satu kali selama kepesertaan',
        en: 'Only once in the membership',
      },
      citation: PARTIAL,
      confidence: 'quoted',
    },
  ]);
  if (because.length > 0) return close(x, rupiah(0), undefined, because);
  const part = share(balance, x.read(purpose === 'housing' ? jhtHousingShare : jhtOtherShare), 'halfUp');
  x.step(
    'jht.partial',
    part,
    {
      id: `Sebagian dari ${formatRupiah(balance)}: ${formatRupiah(part)}`,
      en: `A part of ${formatRupiah(balance)}: ${formatRupiah(part)}`,
    },
    { citation: PARTIAL, rounding: 'halfUp' },
  );
  return close(x, part, undefined, because);
}

function close(
  x: Explanation,
  amount: Rupiah,
  earliest: Day | undefined,
  because: readonly JhtRefusal[],
): Explained<JhtWithdrawal> {
  const from = earliest === undefined ? {} : { earliest };
  if (because.length > 0) {
    const text = { id: 'JHT belum dapat dibayar', en: 'JHT is not payable' };
    return x.result({ eligible: false, because, ...from, payable: rupiah(0) }, text, PAYMENT);
  }
  const text = {
    id: `JHT dapat dibayar, sebelum pajak: ${formatRupiah(amount)}`,
    en: `JHT payable, before tax: ${formatRupiah(amount)}`,
  };
  return x.result({ eligible: true, ...from, payable: amount }, text, PAYMENT);
}

function birthday(birthDate: Day, age: number): Day {
  try {
    return addYears(birthDate, age);
  } catch {
    throw new LawError('date.outOfRange', 'birthDate', { accepted: WITHIN_YEARS });
  }
}
