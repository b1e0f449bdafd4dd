import { addDays, day, firstDay, lastDay, parseMonth, rupiah } from '@payung/kernel';
import { type BpuProgramme, bpuContributionOverMonths, LawError } from '@payung/law';
import type { Agreement, Findings, LocalRule, Proposal, ProposalFile } from '../../app/api.ts';
import type { Say } from '../../messages/index.ts';
import type { Formats } from '../../ui/format.ts';
import type { Tone } from '../../ui/Mark.tsx';

type State = Proposal['state'];

/** How a state looks. */
export const stateTones: Readonly<Record<State, Tone>> = {
  draft: 'quiet',
  decided: 'wait',
  verified: 'link',
  decreed: 'link',
  enrolled: 'good',
};

/** `November 2026`, or `November 2026 – Desember 2026`. */
export function monthsText(format: Formats, { from, to }: Pick<Proposal, 'from' | 'to'>): string {
  return from === to ? format.month(from) : `${format.month(from)} – ${format.month(to)}`;
}

/** People × contribution × months = total; the contribution of each person where months differ. */
export function costText(t: Say, format: Formats, quota: number, cost: ProposalFile['cost']): string {
  const { monthly, months, perPerson } = cost;
  const total = format.money(cost.total);
  return monthly * months === perPerson
    ? t('usulan.costText', { quota, monthly: format.money(monthly), months, total })
    : t('usulan.costVaries', { quota, each: format.money(perPerson), months, total });
}

/** What so many places would cost; undefined where the law has no answer, or the months are turned round. */
export function costOf(
  agreement: Pick<Agreement, 'income' | 'sector' | 'programmes' | 'fund'>,
  months: Pick<Proposal, 'from' | 'to'>,
  quota: number,
): ProposalFile['cost'] | undefined {
  const [from, to] = [parseMonth(months.from), parseMonth(months.to)];
  if (from === undefined || to === undefined || to < from) return undefined;
  const member = {
    income: rupiah(agreement.income),
    sector: agreement.sector,
    payer: agreement.fund.payer,
    payerCertainty: agreement.fund.payerCertainty,
    programmes: agreement.programmes.filter(isBpuProgramme),
  };
  try {
    const { value, trace } = bpuContributionOverMonths({ ...member, months: { from, to } });
    const first = bpuContributionOverMonths({ ...member, months: { from, to: from } });
    return {
      monthly: first.value.total,
      months: value.monthsCount,
      perPerson: value.total,
      total: value.total * quota,
      settled: trace.settled,
    };
  } catch (error) {
    if (error instanceof LawError) return undefined;
    throw error;
  }
}

function isBpuProgramme(name: string): name is BpuProgramme {
  return name === 'JKK' || name === 'JKM' || name === 'JHT';
}

/** True when the agreement is in force on every day of the months. */
export function isInForce(agreement: Agreement, { from, to }: Pick<Proposal, 'from' | 'to'>): boolean {
  const [first, last] = [parseMonth(from), parseMonth(to)];
  if (first === undefined || last === undefined) return false;
  const ends = agreement.until === null ? undefined : day(agreement.until);
  return agreement.from <= firstDay(first) && (ends === undefined || addDays(lastDay(last), 1) <= ends);
}

/** What is known of somebody, in short words. */
export function knownText(t: Say, found: Findings): string {
  const flags = (['hasRoutineIncome', 'hasEmployer', 'lowIncome'] as const).flatMap((name) => {
    const value = found[name];
    return value === null ? [] : [t(`known.${name}.${value}`)];
  });
  const { register, decile } = found;
  const listed =
    register === null
      ? []
      : [decile === null ? t('known.register', { register }) : t('known.decile', { register, decile })];
  return [...flags, ...listed].join('; ');
}

type Criteria = LocalRule['criteria'];

/** What a rule asks, a line for each criterion. */
export function criteriaLines(t: Say, format: Formats, criteria: Criteria): string[] {
  const { minAge, maxAge, incomeBelow, maxDecile, registers, occupations, excludedOccupations } = criteria;
  const valued = [
    ['minAge', minAge],
    ['maxAge', maxAge],
    ['incomeBelow', incomeBelow === undefined ? undefined : format.money(incomeBelow)],
    ['registers', registers?.join(', ')],
    ['maxDecile', maxDecile],
    ['occupations', occupations?.join(', ')],
    ['excludedOccupations', excludedOccupations?.join(', ')],
  ] as const;
  const flags = (['withoutEmployer', 'withoutRoutineIncome', 'resident'] as const).filter(
    (name) => criteria[name] === true,
  );
  return [
    ...flags.map((name) => t(`criterion.${name}`)),
    ...valued.flatMap(([name, value]) =>
      value === undefined ? [] : [`${t(`criterion.${name}`)}: ${value}`],
    ),
  ];
}

/** The facts a rule asks of people that somebody has to find out; without a rule, the one of the criterion proposed. */
export function askedFacts(rule: LocalRule | null): readonly (keyof Findings)[] {
  if (rule === null) return ['hasRoutineIncome', 'register', 'decile'];
  const { withoutEmployer, withoutRoutineIncome, incomeBelow } = rule.criteria;
  return [
    ...(withoutRoutineIncome === true ? (['hasRoutineIncome'] as const) : []),
    ...(withoutEmployer === true ? (['hasEmployer'] as const) : []),
    ...(incomeBelow === undefined ? [] : (['lowIncome'] as const)),
    'register',
    'decile',
  ];
}
