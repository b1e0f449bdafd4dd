import { type Day, formatDay, formatRupiah, lesser, type Rupiah, rupiah, share, sum } from '@payung/kernel';
import { LawError } from '../engine/error.ts';
import { type Explained, Explanation } from '../engine/explain.ts';
import { wholeText } from '../engine/input.ts';
import { laterDay } from '../engine/later.ts';
import { type Citation, type Parameter, periodOn, sourceOn } from '../engine/parameter.ts';
import { type Requirement, unmet } from '../engine/requirement.ts';
import { countText } from '../engine/text.ts';
import { jkpWageCap } from '../pu/parameters.ts';
import {
  cashRates,
  claimWindow,
  consecutiveMonths,
  contributionMonths,
  registrationAge,
  timesPaid,
} from './parameters.ts';

/** How the employment ended. Only a dismissal, also one before the end of a fixed term (PKWT), gives a right. */
export type EndOfEmployment =
  | 'termination'
  | 'pkwtTerminatedEarly'
  | 'resignation'
  | 'retirement'
  | 'totalDisability'
  | 'death'
  | 'pkwtEnded';

/** Why JKP is refused. */
export type JkpRefusal =
  | 'jkp.reason'
  | 'jkp.contributionMonths'
  | 'jkp.consecutiveMonths'
  | 'jkp.age'
  | 'jkp.maxTimes'
  | 'jkp.claimWindow';

/** One dismissal of one member. */
export type JkpInput = {
  readonly terminationDate: Day;
  /** The last wage reported. */
  readonly wage: Rupiah;
  readonly reason: EndOfEmployment;
  /** Months with contributions among the 24 before the dismissal, 0 to 24. */
  readonly contributionMonths24: number;
  /** Unbroken contribution months before the dismissal; needed for a dismissal before 2025-02-07. */
  readonly consecutiveMonths?: number;
  /** Completed years; if absent the age is not tested. */
  readonly ageAtRegistration?: number;
  /** JKP benefits received before this one. */
  readonly timesReceived: number;
  /** If absent the time to claim is not tested. */
  readonly claimDate?: Day;
  /** Months without new work, 0 to 6: the right ends with a new job. */
  readonly monthsPaid: number;
};

/** The cash benefit by month; nothing is paid if there are reasons against it. */
export type JkpBenefit = {
  readonly eligible: boolean;
  /** All reasons of refusal in the order of the law's conditions; absent if eligible. */
  readonly because?: readonly JkpRefusal[];
  readonly base: Rupiah;
  readonly monthly: readonly Rupiah[];
  readonly total: Rupiah;
};

const RULE = 'benefit.jkp';
const REASONS: Citation = { law: 'PP 37/2021', article: 'Pasal 20' };

/**
 * Unemployment benefit (JKP, manfaat uang tunai), explained: `min(wage, cap) × rate of the month`, each month rounded to
 * the nearest rupiah, by the law of the day of the dismissal. Self-assessment and training, on which payment from the
 * second month depends, are not decided here.
 *
 * @law PP 37/2021 Pasal 4, 19–21, 24, 40, as amended by PP 6/2025
 * @throws LawError date.outOfRange before 2021-02-02; input.missing without `consecutiveMonths` before 2025-02-07
 */
export function jkpBenefit(input: JkpInput): Explained<JkpBenefit> {
  const { terminationDate } = input;
  const x = new Explanation(RULE, terminationDate, 'terminationDate');
  const benefit = decide(x, input);
  const reform = cashRates.periods.find(({ during }) => during.from > terminationDate)?.during.from;
  if (reform !== undefined) explainTransition(x, input, benefit, reform);
  else if (benefit.eligible) explainConsecutive(x, input);
  if (benefit.eligible && input.timesReceived > 0) {
    x.uncertainty({
      id: 'jkp.five_years',
      text: {
        id: 'Jarak lima tahun sejak manfaat JKP sebelumnya tidak diperiksa: bunyinya belum dibaca',
        en: 'The five years since the previous JKP benefit are not tested: the wording was not read',
      },
      changesResult: true,
      otherwise: { eligible: false, total: 0 },
    });
  }
  const text = benefit.eligible
    ? {
        id: `Manfaat JKP ${benefit.monthly.length} bulan: ${formatRupiah(benefit.total)}`,
        en: `JKP benefit for ${countText(benefit.monthly.length, 'month').en}: ${formatRupiah(benefit.total)}`,
      }
    : { id: 'Tidak berhak atas manfaat JKP', en: 'No right to the JKP benefit' };
  return x.result(benefit, text, sourceOn(cashRates, terminationDate).citation);
}

function decide(x: Explanation, input: JkpInput): JkpBenefit {
  const cap = x.read(jkpWageCap);
  const base = x.step('jkp.base', lesser(input.wage, cap), {
    id: `Upah yang dihitung: yang lebih kecil dari ${formatRupiah(input.wage)} dan ${formatRupiah(cap)}`,
    en: `Counted wage: the lower of ${formatRupiah(input.wage)} and ${formatRupiah(cap)}`,
  });
  const because = unmet(x, requirements(x, input));
  if (because.length > 0) return { eligible: false, because, base, monthly: [], total: rupiah(0) };

  const rates = x.read(cashRates).slice(0, input.monthsPaid);
  const monthly = rates.map((rate) => share(base, rate, 'halfUp'));
  const total = sum(monthly);
  const amounts = monthly.map(formatRupiah).join(' + ');
  x.step(
    'jkp.cash',
    total,
    { id: `Uang tunai: ${amounts || 'tidak ada bulan'}`, en: `Cash: ${amounts || 'no month'}` },
    { citation: sourceOn(cashRates, input.terminationDate).citation, rounding: 'halfUp' },
  );
  return { eligible: true, base, monthly, total };
}

function requirements(x: Explanation, input: JkpInput): Requirement<JkpRefusal>[] {
  const { reason, terminationDate, claimDate, ageAtRegistration } = input;
  const basis = <T>(parameter: Parameter<T>) => sourceOn(parameter, terminationDate);
  const list: Requirement<JkpRefusal>[] = [
    {
      // The reasons were read in the press; that they stand in this article was not.
      confidence: 'inferred',
      code: 'jkp.reason',
      isMet: reason === 'termination' || reason === 'pkwtTerminatedEarly',
      text: {
        id: 'Hanya PHK yang memberi hak, bukan mengundurkan diri, pensiun, cacat total tetap, meninggal, atau PKWT yang habis',
        en: 'Only a dismissal gives a right, not resignation, retirement, total disability, death or the end of a fixed term',
      },
      citation: REASONS,
    },
  ];
  const needed = x.read(contributionMonths);
  list.push({
    ...basis(contributionMonths),
    code: 'jkp.contributionMonths',
    isMet: input.contributionMonths24 >= needed,
    text: {
      id: `Masa iur ${input.contributionMonths24} bulan dalam 24 bulan, perlu ${needed}`,
      en: `${countText(input.contributionMonths24, 'contribution month').en} in 24, ${needed} needed`,
    },
  });
  const unbroken = x.find(consecutiveMonths);
  if (unbroken !== undefined) {
    const paid = input.consecutiveMonths;
    if (paid === undefined)
      throw new LawError('input.missing', 'consecutiveMonths', { accepted: wholeText() });
    list.push({
      ...basis(consecutiveMonths),
      code: 'jkp.consecutiveMonths',
      isMet: paid >= unbroken,
      text: {
        id: `Masa iur berturut-turut ${paid} bulan, perlu ${unbroken}`,
        en: `${paid} consecutive contribution months, ${unbroken} needed`,
      },
    });
  }
  if (ageAtRegistration !== undefined) {
    const tooOld = x.read(registrationAge);
    list.push({
      ...basis(registrationAge),
      code: 'jkp.age',
      isMet: ageAtRegistration < tooOld,
      text: {
        id: `Terdaftar pada usia ${ageAtRegistration} tahun, harus di bawah ${tooOld}`,
        en: `Registered at age ${ageAtRegistration}, must be below ${tooOld}`,
      },
    });
  }
  const most = x.read(timesPaid);
  list.push({
    ...basis(timesPaid),
    code: 'jkp.maxTimes',
    isMet: input.timesReceived < most,
    text: {
      id: `Sudah menerima ${input.timesReceived} kali, paling banyak ${most}`,
      en: `Received ${countText(input.timesReceived, 'time').en}, at most ${most}`,
    },
  });
  if (claimDate !== undefined) {
    const last = laterDay(terminationDate, { months: x.read(claimWindow) }, 'terminationDate');
    list.push({
      ...basis(claimWindow),
      code: 'jkp.claimWindow',
      isMet: claimDate <= last,
      text: {
        id: `Diajukan ${formatDay(claimDate, 'id')}, paling lambat ${formatDay(last, 'id')}`,
        en: `Claimed on ${formatDay(claimDate, 'en')}, at the latest on ${formatDay(last, 'en')}`,
      },
    });
  }
  return list;
}

/** Whether PP 6/2025 reaches an older dismissal whose claim or payment is open on its first day was not read. */
function explainTransition(x: Explanation, input: JkpInput, benefit: JkpBenefit, reform: Day): void {
  const { terminationDate, claimDate } = input;
  const months = periodOn(claimWindow, terminationDate)?.value ?? 0;
  const lastClaim = claimDate ?? laterDay(terminationDate, { months }, 'terminationDate');
  if (laterDay(lastClaim, { months: input.monthsPaid }, 'claimDate') < reform) return;
  const other = decide(new Explanation(RULE, reform, 'terminationDate'), input);
  x.uncertainty({
    id: 'jkp.transition',
    text: {
      id: `Aturan peralihan PP 6/2025 belum dibaca: bila berlaku pula untuk PHK ini, manfaatnya ${formatRupiah(other.total)}`,
      en: `The transitional rule of PP 6/2025 was not read: if it reaches this dismissal, the benefit is ${formatRupiah(other.total)}`,
    },
    changesResult: other.eligible !== benefit.eligible || other.total !== benefit.total,
    otherwise: other,
  });
}

function explainConsecutive(x: Explanation, input: JkpInput): void {
  // What PP 37/2021 asked for, which may still hold.
  const asked = consecutiveMonths.periods.at(-1)?.value ?? 0;
  // With contributions in all 24 months the last six are among them.
  const unbroken = input.consecutiveMonths ?? (input.contributionMonths24 === 24 ? 24 : 0);
  x.uncertainty({
    id: 'jkp.consecutive_months',
    text: {
      id: 'Belum dipastikan apakah PP 6/2025 menghapus syarat iur enam bulan berturut-turut',
      en: 'Not established: whether PP 6/2025 dropped the six consecutive contribution months',
    },
    changesResult: unbroken < asked,
    otherwise: unbroken < asked ? { eligible: false, total: 0 } : { eligible: true },
  });
}
