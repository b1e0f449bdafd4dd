import type { KeyObject } from 'node:crypto';
import { auditKeyId } from '#platform/seal';
import {
  type BlockContent,
  blockHash,
  ENTRY_COLUMNS,
  type EntryText,
  entryHash,
  fingerprint,
  isSignedBy,
  parseFingerprint,
  rootOf,
} from './chain.ts';
import { readAsAuditor } from './close.ts';
import type { Queryable } from './record.ts';

/** What can be wrong with the log. */
export type AuditFault =
  /** A sealed entry no longer says what it said. */
  | 'entry.edited'
  /** Two entries of a block have exchanged their places. */
  | 'entry.reordered'
  /** A sealed or noted entry is gone. */
  | 'entry.deleted'
  /** An entry is in no block and does not wait for one: it was slipped in, or its block was taken away. */
  | 'entry.unsealed'
  /** A number is missing in the row of blocks, or sealed entries name a block that is not there. */
  | 'block.missing'
  /** A block's own fields do not give its hash. */
  | 'block.edited'
  /** The list of a block's entries is not the one that was signed. */
  | 'block.entriesChanged'
  /** A block does not follow the one before it. */
  | 'block.chainBroken'
  /** A block's signature was not made with the key it names: the chain was written by somebody else. */
  | 'block.forged'
  /** A block was signed with a key that was not given to the verification. */
  | 'block.unknownKey'
  /** The block noted on paper has another fingerprint now: the chain was written anew, with the key. */
  | 'head.differs'
  /** The block noted on paper is not there: the end of the log was cut off. */
  | 'head.missing';

/** One finding, and where: the block, the entry, or both. */
export interface AuditFinding {
  readonly code: AuditFault;
  readonly block?: number;
  readonly entry?: number;
}

export interface AuditReport {
  /** True when there is no finding. Open entries are no finding: they are sealed by the next closing. */
  readonly intact: boolean;
  readonly blocks: number;
  /** Entries found in blocks. */
  readonly entries: number;
  /** Entries waiting for their block. */
  readonly open: number;
  /** Fingerprint of the last block; undefined when there is none. */
  readonly fingerprint: string | undefined;
  /** The first thousand findings. */
  readonly findings: readonly AuditFinding[];
}

/** A head as it stands in the minutes of a meeting. */
export interface NotedHead {
  readonly block: number;
  readonly fingerprint: string;
}

/** A rewritten chain makes a finding of every row; nobody reads more than this. */
const MOST_FINDINGS = 1_000;

type BlockRow = BlockContent & { hash: string; signature: string };
type SealRow = { sealed_id: string; sealed_hash: string } & {
  [column in keyof EntryText]: EntryText[column] | null;
};

/**
 * Reads the whole log again and compares: every entry with its sealed hash, every block with its entries, its signature and the
 * block before it, and the blocks with the head noted on paper, if given.
 *
 * Without a noted head, cutting off the last blocks together with their entries cannot be seen, nor can a chain written anew by
 * somebody who holds the signing key.
 * Call it in a transaction, at `repeatable read` if blocks may be closed meanwhile; it reads one block at a time.
 *
 * @param publicKeys the signing keys the log may have been signed with
 * @throws RangeError if the noted fingerprint is not five groups of four
 */
export async function verifyAudit(
  tx: Queryable,
  publicKeys: KeyObject | readonly KeyObject[],
  options: { readonly head?: NotedHead } = {},
): Promise<AuditReport> {
  const noted = options.head === undefined ? undefined : readNoted(options.head);
  const keys = new Map([publicKeys].flat().map((key) => [auditKeyId(key), key]));
  await readAsAuditor(tx);

  const findings: AuditFinding[] = [];
  const found = (code: AuditFault, block?: number, entry?: number) => {
    if (findings.length === MOST_FINDINGS) return;
    findings.push({ code, ...(block !== undefined && { block }), ...(entry !== undefined && { entry }) });
  };

  let blocks = 0;
  let entries = 0;
  let last: BlockRow | undefined;
  let notedSeen = false;
  for (;;) {
    const block = await nextBlock(tx, last?.id ?? '0');
    if (block === undefined) break;
    const number = Number(block.id);
    for (
      let missing = Number(last?.id ?? 0) + 1;
      missing < number && findings.length < MOST_FINDINGS;
      missing += 1
    ) {
      found('block.missing', missing);
    }
    const fault = faultOfBlock(block, keys);
    if (fault !== undefined) found(fault, number);
    if (block.previous !== (last?.hash ?? null)) found('block.chainBroken', number);
    if (noted?.block === number) {
      notedSeen = true;
      if (fingerprint(Buffer.from(block.hash, 'hex')) !== noted.fingerprint) found('head.differs', number);
    }
    const seals = await sealsOf(tx, block.id);
    if (!listsWhatWasSigned(block, seals)) found('block.entriesChanged', number);
    for (const [code, entry] of faultsOfEntries(seals)) found(code, number, entry);
    blocks += 1;
    entries += seals.length;
    last = block;
  }

  for (const finding of await strays(tx)) found(finding.code, finding.block, finding.entry);
  if (noted !== undefined && !notedSeen) found('head.missing', noted.block);
  const { rows } = await tx.query('select count(*)::text as open from payung.audit_open');
  return {
    intact: findings.length === 0,
    blocks,
    entries,
    open: Number(rows[0]?.open),
    fingerprint: last === undefined ? undefined : fingerprint(Buffer.from(last.hash, 'hex')),
    findings,
  };
}

function readNoted(head: NotedHead): NotedHead {
  const plain = parseFingerprint(head.fingerprint);
  if (plain === undefined) throw new RangeError('a fingerprint is five groups of four letters and digits');
  return { block: head.block, fingerprint: plain };
}

async function nextBlock(tx: Queryable, after: string): Promise<BlockRow | undefined> {
  const { rows } = await tx.query(
    `select id::text as id, encode(previous, 'hex') as previous, first_entry::text as "firstEntry",
       last_entry::text as "lastEntry", entries, encode(root, 'hex') as root, extract(epoch from closed_at)::text as "closedAt",
       key_id as "keyId", encode(hash, 'hex') as hash, encode(signature, 'hex') as signature
     from payung.audit_block where payung.audit_block.id > $1 order by payung.audit_block.id limit 1`,
    [after],
  );
  return rows[0] as BlockRow | undefined;
}

function faultOfBlock(block: BlockRow, keys: ReadonlyMap<string, KeyObject>): AuditFault | undefined {
  if (blockHash(block).toString('hex') !== block.hash) return 'block.edited';
  const key = keys.get(block.keyId);
  if (key === undefined) return 'block.unknownKey';
  return isSignedBy(block, Buffer.from(block.signature, 'hex'), key) ? undefined : 'block.forged';
}

async function sealsOf(tx: Queryable, blockId: string): Promise<SealRow[]> {
  const { rows } = await tx.query(
    `select s.entry_id::text as sealed_id, encode(s.hash, 'hex') as sealed_hash, ${ENTRY_COLUMNS}
     from payung.audit_seal s left join payung.audit_entry e on e.id = s.entry_id
     where s.block_id = $1 order by s.position`,
    [blockId],
  );
  return rows as SealRow[];
}

function listsWhatWasSigned(block: BlockRow, seals: readonly SealRow[]): boolean {
  return (
    seals.length === block.entries &&
    seals[0]?.sealed_id === block.firstEntry &&
    seals.at(-1)?.sealed_id === block.lastEntry &&
    rootOf(seals.map((seal) => Buffer.from(seal.sealed_hash, 'hex'))).toString('hex') === block.root
  );
}

const isThere = (row: SealRow): row is SealRow & EntryText => row.id !== null;

function* faultsOfEntries(seals: readonly SealRow[]): Generator<[AuditFault, number]> {
  const changed: (SealRow & EntryText)[] = [];
  for (const seal of seals) {
    if (!isThere(seal)) yield ['entry.deleted', Number(seal.sealed_id)];
    else if (entryHash(seal).toString('hex') !== seal.sealed_hash) changed.push(seal);
  }
  // An entry whose words are those sealed under another id of the block was moved, not rewritten. Only a few changed entries
  // are looked at pair by pair; where thousands changed, the distinction no longer matters.
  const few = changed.slice(0, 100);
  for (const entry of changed) {
    const isMoved = few.some(
      (other) =>
        other !== entry && entryHash({ ...entry, id: other.sealed_id }).toString('hex') === other.sealed_hash,
    );
    yield [isMoved ? 'entry.reordered' : 'entry.edited', Number(entry.sealed_id)];
  }
}

/** What no walk along the blocks would meet. */
async function strays(tx: Queryable): Promise<AuditFinding[]> {
  const { rows } = await tx.query(
    `(select 'entry.unsealed' as code, e.id::text as id from payung.audit_entry e
      where not exists (select from payung.audit_seal s where s.entry_id = e.id)
        and not exists (select from payung.audit_open o where o.entry_id = e.id) order by e.id limit $1)
     union all
     (select 'entry.deleted', o.entry_id::text from payung.audit_open o
      where not exists (select from payung.audit_entry e where e.id = o.entry_id) order by o.entry_id limit $1)
     union all
     (select distinct 'block.missing', s.block_id::text from payung.audit_seal s
      where s.block_id > coalesce((select max(id) from payung.audit_block), 0) limit $1)`,
    [MOST_FINDINGS],
  );
  return (rows as { code: AuditFault; id: string }[]).map(({ code, id }) =>
    code === 'block.missing' ? { code, block: Number(id) } : { code, entry: Number(id) },
  );
}
