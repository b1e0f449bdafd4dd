import type { KeyObject } from 'node:crypto';
import {
  type AuditHead,
  type AuditReport,
  auditHead,
  closeOpenEntries,
  type NotedHead,
  verifyAudit,
} from '#platform/audit';
import { type Context, read } from '#platform/context';

/**
 * The head of the audit log, to be noted in the minutes of a meeting; undefined while no block has been closed.
 *
 * @throws Refusal auth.forbidden
 */
export async function getAuditHead(ctx: Context): Promise<AuditHead | undefined> {
  return read(ctx, 'audit.read', (tx) => auditHead(tx.client));
}

/**
 * Closes what is open and gives the head: what it proves then includes everything up to this moment. Undefined while nothing
 * was ever recorded.
 *
 * @throws Refusal auth.forbidden
 */
export async function closeAuditHead(ctx: Context): Promise<AuditHead | undefined> {
  await getAuditHead(ctx);
  await closeOpenEntries(ctx.platform.pools.app, ctx.platform.keyring);
  return getAuditHead(ctx);
}

/**
 * Reads the whole log again and compares it with its blocks, their signatures and, if given, a head noted on paper.
 *
 * @param options.publicKeys keys that may have signed; this installation's own when left out, which proves nothing to somebody
 *   who does not trust the installation
 * @throws Refusal auth.forbidden
 */
export async function checkAudit(
  ctx: Context,
  options: { readonly publicKeys?: readonly KeyObject[]; readonly head?: NotedHead } = {},
): Promise<AuditReport> {
  const keys = options.publicKeys ?? [ctx.platform.keyring.audit.publicKey];
  const noted = options.head === undefined ? {} : { head: options.head };
  return read(ctx, 'audit.read', (tx) => verifyAudit(tx.client, keys, noted));
}
