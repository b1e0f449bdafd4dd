import { type Month, type Rupiah, rupiah, sum } from '@payung/kernel';
import { formatAreaCode } from '#areas';
import { contributionOf } from '#billing';
import { csvCell } from '#coverage';
import { bitsOf } from '#partners';
import { type AreaRange, subtree } from '#platform/access';
import { type Context, read, type Tx } from '#platform/context';
import { Refusal } from '#platform/refusal';
import {
  type DoubleFunded,
  type FundedBesideWage,
  type FundedMembership,
  type FundSaving,
  fundedBesideWage,
  paidTwice,
  savingOf,
  savingsByFund,
  type TwiceEmployed,
  wagesOfSeveral,
} from './model.ts';
import { listSeveral, type SeveralRow } from './store.ts';

interface FundingWanted {
  readonly month: Month;
  /** An area of any level; the caller's whole scope when left out. */
  readonly area?: number | undefined;
}

/** Whom several funds pay for in a month, and what could be saved. */
export interface DoubleFunding {
  readonly month: Month;
  readonly funds: readonly FundSaving[];
  /** Saved in the month when for each person only the dearest membership goes on. */
  readonly saving: Rupiah;
  /** How many people, and the first of them by village and name. */
  readonly total: number;
  readonly people: readonly DoubleFunded[];
  /** Employed, and paid for by a fund as BPU: not settled, and counted apart. The first of them, and how many. */
  readonly besideWage: readonly FundedBesideWage[];
  readonly totalBesideWage: number;
  /** Lawful, and told apart: people with several employers. */
  readonly employed: readonly TwiceEmployed[];
}

/** More than one reads; the CSV has them all. */
const shownPeople = 500;
const everywhere: AreaRange = [0, 10_000_000_000];

/**
 * People for whom several funds pay, or agreed to pay, the same protection in a month, within the caller's scope. What BPJS alone
 * states counts for nothing here: it does not say who pays.
 *
 * @throws Refusal auth.forbidden
 */
export function doubleFunding(ctx: Context, wanted: FundingWanted): Promise<DoubleFunding> {
  return read(ctx, 'funding.compare', async (tx) => {
    const { people, besideWage, employed } = await findSeveral(tx, wanted);
    return {
      month: wanted.month,
      funds: savingsByFund(people),
      saving: sum(people.map(({ saving }) => saving)),
      total: people.length,
      people: people.slice(0, shownPeople),
      besideWage: besideWage.slice(0, shownPeople),
      totalBesideWage: besideWage.length,
      employed: employed.slice(0, shownPeople),
    };
  });
}

/**
 * All of them as CSV (RFC 4180, UTF-8, CRLF), a line for each membership, with fixed column names; no number of anybody. `finding`
 * is two_funds or fund_beside_wage; two employers are lawful and left out.
 *
 * @throws Refusal auth.forbidden
 */
export function doubleFundingCsv(ctx: Context, wanted: FundingWanted): Promise<string> {
  return read(ctx, 'funding.compare', async (tx) => {
    const { people, besideWage } = await findSeveral(tx, wanted);
    const header = [
      'month',
      'village_code',
      'village',
      'person',
      'name',
      'birth_date',
      'partner',
      'fund',
      'fund_kind',
      'programmes',
      'state',
      'amount',
      'segment',
      'finding',
    ];
    const found = [
      ...people.map((person) => ({ ...person, finding: 'two_funds' })),
      ...besideWage.map((person) => ({ ...person, finding: 'fund_beside_wage' })),
    ];
    const lines = found.flatMap((person) =>
      person.memberships.map((one) => [
        wanted.month,
        formatAreaCode(person.village),
        person.villageName,
        person.personId,
        person.name,
        person.birthDate,
        one.partnerName,
        one.fundName,
        one.fundKind,
        one.programmes.join(' '),
        one.state,
        one.amount,
        one.segment,
        person.finding,
      ]),
    );
    return [header, ...lines].map((line) => `${line.map(csvCell).join(',')}\r\n`).join('');
  });
}

interface Several {
  readonly people: DoubleFunded[];
  readonly besideWage: FundedBesideWage[];
  readonly employed: TwiceEmployed[];
}

async function findSeveral(tx: Tx, { month, area }: FundingWanted): Promise<Several> {
  const rows = await listSeveral(tx, area === undefined ? everywhere : subtree(area), month);
  const amountOf = contributionsOf(month);
  const found: Several = { people: [], besideWage: [], employed: [] };
  for (const own of Map.groupBy(rows, ({ personId }) => personId).values()) {
    const [first] = own;
    if (first === undefined) continue;
    const all = own.map((row) => fundedOf(row, row.segment === 'PU' ? null : amountOf(row)));
    const twice = paidTwice(all);
    if (twice.length > 0) {
      found.people.push({ ...somebody(first), memberships: twice, saving: savingOf(twice) });
    }
    const beside = fundedBesideWage(all);
    if (beside.length > 0) found.besideWage.push({ ...somebody(first), memberships: beside });
    const partnerNames = wagesOfSeveral(all).map(({ partnerName }) => partnerName);
    if (partnerNames.length > 0) found.employed.push({ ...somebody(first), partnerNames });
  }
  return found;
}

function fundedOf(row: SeveralRow, amount: Rupiah | null): FundedMembership {
  return {
    membershipId: row.membershipId,
    recordId: row.recordId,
    segment: row.segment,
    partnerId: row.partnerId,
    partnerName: row.partnerName,
    fundId: row.fundId,
    fundName: row.fundName,
    fundKind: row.fundKind,
    programmes: row.programmes,
    state: row.paid ? 'paid' : 'agreed',
    amount,
  };
}

/** What the law asks for a membership in the month; each distinct question is asked once. Null when it cannot say. */
function contributionsOf(month: Month): (row: SeveralRow) => Rupiah | null {
  const known = new Map<string, Rupiah | null>();
  return ({ payer, payerCertainty, sector, programmes, income }) => {
    if (income === null) return null;
    const basis = { sector, programmes: bitsOf(programmes), income };
    const key = JSON.stringify([payer, payerCertainty, basis]);
    const before = known.get(key);
    if (before !== undefined) return before;
    const amount = contribution(month, { payer, payerCertainty }, basis);
    known.set(key, amount);
    return amount;
  };
}

function contribution(
  month: Month,
  fund: Parameters<typeof contributionOf>[0],
  basis: Parameters<typeof contributionOf>[1],
): Rupiah | null {
  try {
    const { value } = contributionOf(fund, basis, month);
    return rupiah(value.JKK + value.JKM + (value.JHT ?? 0));
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function somebody({ personId, name, birthDate, village, villageName }: SeveralRow) {
  return { personId, name, birthDate, village, villageName };
}
