import type { MappedColumn } from '../file/index.ts';

/** What a partner's headings mean, as somebody said it. */
export interface Mapping {
  readonly mappingId: string;
  readonly name: string;
  readonly partnerId: string;
  readonly partnerName: string;
  /** Whose lists it reads, with all below. */
  readonly area: number;
  readonly areaName: string;
  readonly columns: readonly MappedColumn[];
  /** Village of every row that names none; null when each row names its own. */
  readonly village: number | null;
  readonly villageName: string | null;
  readonly madeBy: string;
  readonly recordedAt: string;
  /** Null while files are read by it. */
  readonly endedAt: string | null;
}
