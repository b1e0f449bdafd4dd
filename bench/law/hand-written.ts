import type { Population } from './population.ts';
import type { Filled, Kind } from './sweeps.ts';

type Loop = (population: Population, months: number, filled: Filled) => void;

/**
 * What someone would write who knows the figures of 2026 by heart and needs no explanation: every figure in its place, one
 * loop over the people for each month. Months count from January 2026.
 */
export const handWritten: Readonly<Record<Kind, Loop>> = { bpu, pu, jkm, jp };

/** Bases by steps of Rp 100,000 of income. */
const BASES = Float64Array.from({ length: 203 }, (_, step) => {
  const income = step * 100_000;
  if (income < 1_100_000) return 1_000_000;
  if (income < 2_700_000) return 1_200_000 + 200_000 * Math.floor((income - 1_100_000) / 200_000);
  if (income < 8_200_000) return 2_950_000 + 500_000 * Math.floor((income - 2_700_000) / 500_000);
  return Math.min(8_700_000 + 1_000_000 * Math.floor((income - 8_200_000) / 1_000_000), 20_700_000);
});
const BANDS = Float64Array.from(BASES, (base) => [...new Set(BASES)].indexOf(base) + 1);

function bpu({ people, bpu: { income, sector, payer } }: Population, months: number, filled: Filled): void {
  const [band, base, JKK, JKM, JHT, total] = named(filled, 'band', 'base', 'JKK', 'JKM', 'JHT', 'total');
  for (let month = 0; month < months; month++) {
    const isFirst = month === 0;
    const transport = month < 15 ? 0.5 : 1;
    const others = month >= 3 && month < 12 ? 0.5 : 1;
    for (let i = 0; i < people; i++) {
      const row = Math.min(Math.floor((income[i] ?? 0) / 100_000), 202);
      const own = BASES[row] ?? 0;
      const charged = payer[i] === 1 ? 1 : sector[i] === 0 ? transport : others;
      const jkk = Math.floor(own * 0.01 * charged + 0.5);
      const jkm = Math.floor(6_800 * charged + 0.5);
      const jht = Math.floor((own * 2) / 100 + 0.5);
      band[i] = isFirst ? (BANDS[row] ?? 0) : (band[i] ?? 0);
      base[i] = isFirst ? own : (base[i] ?? 0);
      JKK[i] = isFirst ? jkk : (JKK[i] ?? 0) + jkk;
      JKM[i] = isFirst ? jkm : (JKM[i] ?? 0) + jkm;
      JHT[i] = isFirst ? jht : (JHT[i] ?? 0) + jht;
      total[i] = (JKK[i] ?? 0) + (JKM[i] ?? 0) + (JHT[i] ?? 0);
    }
  }
}

const JKK_RATES = Float64Array.of(2_400, 5_400, 8_900, 12_700, 17_400);

function pu({ people, pu: columns }: Population, months: number, filled: Filled): void {
  const { wage, riskClass, labourIntensive } = columns;
  const [JKK, JKM, workerTotal, employerTotal, total] = named(
    filled,
    'JKK',
    'JKM',
    'workerTotal',
    'employerTotal',
    'total',
  );
  const [jhtWorker, jhtEmployer] = named(filled, 'JHT.worker', 'JHT.employer');
  const [jpWorker, jpEmployer] = named(filled, 'JP.worker', 'JP.employer');
  for (let month = 0; month < months; month++) {
    const before = month === 0 ? 0 : 1;
    const cap = month < 2 ? 10_547_400 : 11_086_300;
    const relief = month < 1 ? 0.5 : 1;
    for (let i = 0; i < people; i++) {
      const own = wage[i] ?? 0;
      const counted = own < cap ? own : cap;
      const rate = (JKK_RATES[riskClass[i] ?? 0] ?? 0) * (labourIntensive[i] === 1 ? relief : 1);
      const jkk = Math.floor((own * rate + 500_000) / 1_000_000);
      const jkm = Math.floor((own * 3_000 + 500_000) / 1_000_000);
      const a = Math.floor((own * 20_000 + 500_000) / 1_000_000);
      const b = Math.floor((own * 37_000 + 500_000) / 1_000_000);
      const c = Math.floor((counted * 10_000 + 500_000) / 1_000_000);
      const d = Math.floor((counted * 20_000 + 500_000) / 1_000_000);
      JKK[i] = before * (JKK[i] ?? 0) + jkk;
      JKM[i] = before * (JKM[i] ?? 0) + jkm;
      jhtWorker[i] = before * (jhtWorker[i] ?? 0) + a;
      jhtEmployer[i] = before * (jhtEmployer[i] ?? 0) + b;
      jpWorker[i] = before * (jpWorker[i] ?? 0) + c;
      jpEmployer[i] = before * (jpEmployer[i] ?? 0) + d;
      workerTotal[i] = before * (workerTotal[i] ?? 0) + a + c;
      employerTotal[i] = before * (employerTotal[i] ?? 0) + jkk + jkm + b + d;
      total[i] = (workerTotal[i] ?? 0) + (employerTotal[i] ?? 0);
    }
  }
}

function jkm({ people, jkm: columns }: Population, months: number, filled: Filled): void {
  const { segment, membershipMonths, memberships, cause, active } = columns;
  const [eligible, santunan, berkala, funeral, total] = named(
    filled,
    'eligible',
    'santunan',
    'berkala',
    'funeral',
    'total',
  );
  for (let month = 0; month < months; month++) {
    for (let i = 0; i < people; i++) {
      const isEligible = active[i] === 1 && cause[i] === 0;
      const grants =
        !isEligible || (segment[i] === 1 && (membershipMonths[i] ?? 0) < 3) ? 0 : (memberships[i] ?? 0);
      const grant = 20_000_000 * grants;
      const periodic = 12_000_000 * grants;
      const burial = isEligible ? 10_000_000 : 0;
      eligible[i] = isEligible ? 1 : 0;
      santunan[i] = grant;
      berkala[i] = periodic;
      funeral[i] = burial;
      total[i] = grant + periodic + burial;
    }
  }
}

/** Old age, disability, widow(er), child, parent: months of membership that are enough, and months × wage that make 1 %. */
const LEAST = Float64Array.of(Number.POSITIVE_INFINITY, 1, 12, 12, 12);
const DIVISORS = Float64Array.of(1_200, 1_200, 2_400, 2_400, 6_000);

function jp({ people, jp: columns }: Population, months: number, filled: Filled): void {
  const { kind, months: paid, averageWage, membershipMonths } = columns;
  const [monthsUsed, raw, monthly] = named(filled, 'monthsUsed', 'raw', 'monthly');
  for (let month = 0; month < months; month++) {
    // A pension of January starts in February, the last month whose lowest and highest pension are established.
    const least = month === 0 ? 399_700 : Number.NaN;
    const most = month === 0 ? 4_792_300 : Number.NaN;
    for (let i = 0; i < people; i++) {
      const isEnough = (paid[i] ?? 0) >= 180;
      const isDeemed =
        (membershipMonths[i] ?? 0) >= (LEAST[kind[i] ?? 0] ?? 0) &&
        (paid[i] ?? 0) * 10 >= (membershipMonths[i] ?? 0) * 8;
      const counted = isEnough ? (paid[i] ?? 0) : isDeemed ? 180 : 0;
      const divisor = DIVISORS[kind[i] ?? 0] ?? 0;
      const amount = Math.floor((2 * (averageWage[i] ?? 0) * counted + divisor) / (2 * divisor));
      monthsUsed[i] = counted;
      raw[i] = amount;
      monthly[i] = counted === 0 ? 0 : Math.max(least, Math.min(most, amount));
    }
  }
}

function named<const Names extends readonly string[]>(
  filled: Filled,
  ...names: Names
): { [n in keyof Names]: Float64Array } {
  return names.map((name) => filled[name] ?? new Float64Array()) as { [n in keyof Names]: Float64Array };
}
