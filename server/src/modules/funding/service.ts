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
  type FundSaving,
  paidTwice,
  savingOf,
  savingsByFund,
  type TwiceEmployed,
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
    const { people, employed } = await findSeveral(tx, wanted);
    return {
      month: wanted.month,
      funds: savingsByFund(people),
      saving: sum(people.map(({ saving }) => saving)),
      total: people.length,
      people: people.slice(0, shownPeople),
      employed: employed.slice(0, shownPeople),
    };
  });
}

/**
 * All of them as CSV (RFC 4180, UTF-8, CRLF), a line for each membership, with fixed column names; no number of anybody.
 *
 * @throws Refusal auth.forbidden
 */
export function doubleFundingCsv(ctx: Context, wanted: FundingWanted): Promise<string> {
  return read(ctx, 'funding.compare', async (tx) => {
    const { people } = await findSeveral(tx, wanted);
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
    ];
    const lines = people.flatMap((person) =>
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
      ]),
    );
    return [header, ...lines].map((line) => `${line.map(csvCell).join(',')}\r\n`).join('');
  });
}

async function findSeveral(
  tx: Tx,
  { month, area }: FundingWanted,
): Promise<{ people: DoubleFunded[]; employed: TwiceEmployed[] }> {
  const rows = await listSeveral(tx, area === undefined ? everywhere : subtree(area), month);
  const amountOf = contributionsOf(month);
  const bySegment = Map.groupBy(rows, ({ segment }) => segment);
  const people = [...Map.groupBy(bySegment.get('BPU') ?? [], ({ personId }) => personId).values()].flatMap(
    (own): DoubleFunded[] => {
      const memberships = paidTwice(
        own.map((row) => ({
          membershipId: row.membershipId,
          recordId: row.recordId,
          partnerName: row.partnerName,
          fundId: row.fundId,
          fundName: row.fundName,
          fundKind: row.fundKind,
          programmes: row.programmes,
          state: row.paid ? 'paid' : 'agreed',
          amount: amountOf(row),
        })),
      );
      const [first] = own;
      return first === undefined || memberships.length === 0
        ? []
        : [{ ...somebody(first), memberships, saving: savingOf(memberships) }];
    },
  );
  const employed = [...Map.groupBy(bySegment.get('PU') ?? [], ({ personId }) => personId).values()].flatMap(
    (own): TwiceEmployed[] => {
      const [first] = own;
      return first === undefined
        ? []
        : [{ ...somebody(first), partnerNames: own.map(({ partnerName }) => partnerName) }];
    },
  );
  return { people, employed };
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
