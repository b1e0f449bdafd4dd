import { holdsNik, isPersonalKey } from '#platform/log';

/** What this module needs of a connection; a `pg` client is one. */
export interface Queryable {
  query(sql: string, parameters?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

/** One thing done. Ids, codes and counts only: the log is kept for ever and is read by people who may not see the register. */
export interface AuditEntry {
  /** Account id, or `terminal:NAME`. */
  readonly actor: string;
  /** The permission used. */
  readonly actingAs: string;
  /** What was done, such as `rosters.accept`. */
  readonly action: string;
  /** Kind of the one thing it was done to, such as `roster`; given together with its id, or not at all. */
  readonly subjectKind?: string | undefined;
  readonly subjectId?: string | undefined;
  /** Code of the area concerned; null or left out when none. */
  readonly area?: number | null | undefined;
  readonly facts?: Readonly<Record<string, unknown>>;
  /** SHA-256 (32 bytes) of the rows or the file of a bulk action. */
  readonly digest?: Uint8Array;
}

/**
 * Writes an entry in the caller's transaction: it stands or falls with the change.
 *
 * @throws RangeError if a text holds sixteen digits in a row (a NIK), or a fact is named like personal data (`name`, `phone`, …);
 *   the message says where, never what
 */
export async function record(tx: Queryable, entry: AuditEntry): Promise<void> {
  const at = findPersonal(entry, 'entry');
  if (at !== undefined)
    throw new RangeError(`an audit entry holds no personal data, but ${at} does: give an id or a count`);
  await tx.query(
    `insert into payung.audit_entry (actor, acting_as, action, subject_kind, subject_id, area, facts, digest)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      entry.actor,
      entry.actingAs,
      entry.action,
      entry.subjectKind ?? null,
      entry.subjectId ?? null,
      entry.area ?? null,
      JSON.stringify(entry.facts ?? {}),
      entry.digest === undefined ? null : Buffer.from(entry.digest),
    ],
  );
}

/** Path of the first text, number or name of a field that may be personal data. */
function findPersonal(value: unknown, path: string): string | undefined {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') {
    return holdsNik(String(value)) ? path : undefined;
  }
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (holdsNik(key)) return `a field of ${path}`;
    if (isPersonalKey(key)) return `${path}.${key}`;
    const found = findPersonal(inner, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
