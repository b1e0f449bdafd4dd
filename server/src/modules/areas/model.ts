import type { Level } from './code.ts';

/** Legal kinds, in Indonesian. */
export type AreaKind = 'provinsi' | 'kabupaten' | 'kota' | 'kecamatan' | 'desa' | 'kelurahan';

/** What a look-up by name needs of an area. */
export interface AreaName {
  readonly code: number;
  readonly level: Level;
  readonly kind: AreaKind;
  readonly name: string;
  /** Usual short form, such as TTS; null where none is usual. */
  readonly shortName: string | null;
  readonly aliases: readonly string[];
}

/** A unit of Kemendagri. */
export interface Area extends AreaName {
  /** First code after the subtree. */
  readonly beyond: number;
  /** Null for a province. */
  readonly parent: number | null;
  /** Capital of a kabupaten or kota; null below and where not known. */
  readonly capital: string | null;
  readonly island: string | null;
  /** Place on the tile map of its province; null when it has none. */
  readonly tile: { readonly column: number; readonly row: number } | null;
}

/** An area as the list gives it, before it is loaded. */
export interface ListedArea extends Area {
  /** Code of Statistics Indonesia; never equal to the Kemendagri code, never used to join. */
  readonly bpsCode: string | null;
  /** Where the row comes from, with version and licence. */
  readonly source: string;
}

/** A split: `to` was taken out of `from` in `year`. A series across it is shown as broken. */
export interface Succession {
  readonly from: number;
  readonly to: number;
  readonly year: number;
  readonly law: string;
  /** Share of the people that went over; null when not established. */
  readonly share: number | null;
  readonly confidence: string;
}

/** A split with the names of the two areas, as it is shown. */
export interface NamedSuccession extends Succession {
  readonly fromName: string;
  readonly toName: string;
}

/** An office of BPJS Ketenagakerjaan and where it serves. */
export interface BranchPlace {
  readonly branchId: string;
  readonly name: string;
  /** Kabupaten and kota it serves on the day asked about, in the order of their codes; never empty. */
  readonly areas: readonly number[];
}

/** An office of BPJS Ketenagakerjaan and the kabupaten it serves. */
export interface Branch {
  readonly branchId: string;
  readonly name: string;
  readonly areas: readonly number[];
  readonly confidence: string;
  readonly source: string;
}

/** An office of BPJS Ketenagakerjaan as it is told to anybody. */
export interface NamedBranch {
  readonly name: string;
  readonly areas: readonly { readonly code: number; readonly name: string }[];
  /** How sure it is that the office serves them. */
  readonly confidence: string;
}
