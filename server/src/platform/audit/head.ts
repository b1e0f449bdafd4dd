import { fingerprint, parseFingerprint } from './chain.ts';
import { readAsAuditor } from './close.ts';
import type { Queryable } from './record.ts';
import type { NotedHead } from './verify.ts';

/** The end of the chain: noted on paper, it proves everything up to there, even against whoever holds the signing key. */
export interface AuditHead {
  /** Number of the last block. */
  readonly block: number;
  readonly closedAt: Date;
  /** Entries sealed so far, in all blocks. */
  readonly entries: number;
  /** Five groups of four letters and digits. */
  readonly fingerprint: string;
}

/** The head of the log, inside a transaction; undefined while no block has been closed. */
export async function auditHead(tx: Queryable): Promise<AuditHead | undefined> {
  await readAsAuditor(tx);
  const { rows } = await tx.query(
    `select id::text as id, (extract(epoch from closed_at) * 1000)::bigint::text as closed, encode(hash, 'hex') as hash,
       (select sum(entries) from payung.audit_block)::text as entries
     from payung.audit_block order by payung.audit_block.id desc limit 1`,
  );
  const last = rows[0] as { id: string; closed: string; hash: string; entries: string } | undefined;
  if (last === undefined) return undefined;
  return {
    block: Number(last.id),
    closedAt: new Date(Number(last.closed)),
    entries: Number(last.entries),
    fingerprint: fingerprint(Buffer.from(last.hash, 'hex')),
  };
}

/**
 * One sentence for the minutes of a meeting.
 *
 * @param zone of the branch; the instant is written in it, with its name
 */
export function formatHead(head: AuditHead, language: 'id' | 'en', zone = 'Asia/Makassar'): string {
  const locale = language === 'id' ? 'id-ID' : 'en-GB';
  const closed = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(head.closedAt);
  const count = new Intl.NumberFormat(locale);
  return language === 'id'
    ? `Log audit Payung: blok ${head.block}, ditutup ${closed}, ${count.format(head.entries)} catatan, sidik ${head.fingerprint}.`
    : `Payung audit log: block ${head.block}, closed ${closed}, ${count.format(head.entries)} entries, fingerprint ${head.fingerprint}.`;
}

/**
 * A head as somebody copied it from the minutes: the whole sentence in either language, or just the number of the block and the
 * fingerprint. Undefined when one of the two is not in it.
 */
export function parseHead(text: string): NotedHead | undefined {
  const group = '[0-9A-Za-z]{4}';
  const noted = new RegExp(`(?<![0-9A-Za-z])${group}(?:[-. ]${group}){4}(?![0-9A-Za-z])`).exec(text);
  if (noted === null) return undefined;
  const before = text.slice(0, noted.index);
  const block = /(?:blok|block)\s+(\d+)/i.exec(before)?.[1] ?? /^\s*(\d+)[\s,;:]+$/.exec(before)?.[1];
  const fingerprintRead = parseFingerprint(noted[0]);
  return block === undefined || fingerprintRead === undefined
    ? undefined
    : { block: Number(block), fingerprint: fingerprintRead };
}
