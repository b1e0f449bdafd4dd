import type { ClassifiedRow } from '../file/index.ts';
import type { Finding, Judgement, KeptQuestion } from '../judge/index.ts';
import type { PreparedRow } from './prepare-row.ts';
import type { Listing } from './row-listing.ts';

/** A row with its verdict, ready to be kept. */
export interface CheckedRow {
  readonly sheet: string;
  readonly row: number;
  readonly verdict: Judgement['verdict'];
  readonly because: Finding;
  readonly warnings: readonly Finding[];
  /** Name as written; null for ignored rows. */
  readonly name: string | null;
  readonly nikMasked: string | null;
  readonly village: number | null;
  readonly personId: string | null;
  readonly listing: Listing;
  /** True when acceptance opens a membership for the row. */
  readonly enrol: boolean;
  /** What acceptance inserts, or would once a doubt is decided; undefined when the row is not enrolled. */
  readonly prepared: PreparedRow | undefined;
  /** What was in doubt, and what it rests on when it was decided before; undefined when nothing was. */
  readonly doubt:
    | { readonly rowKey: Buffer; readonly question: KeptQuestion; readonly decisionId: string | null }
    | undefined;
}

/** A row that names nobody. */
export function ignored(row: ClassifiedRow): CheckedRow {
  return {
    sheet: row.raw.sheet,
    row: row.raw.row,
    verdict: 'ignored',
    because: { code: `ignored.${row.because ?? 'blank'}`, field: null, facts: {} },
    warnings: [],
    name: null,
    nikMasked: null,
    village: null,
    personId: null,
    listing: { decile: null, register: null },
    enrol: false,
    prepared: undefined,
    doubt: undefined,
  };
}
