/** Verdicts of roster rows and readings of cells, by reason code: what was found, and the remedy. */
export const rowsId = {
  'new.ready': ['Orang baru, siap didaftarkan.', ''],
} as const satisfies Record<string, readonly [string, string]>;

export type RowReason = keyof typeof rowsId;
