import { type AuditHead, auditHead } from '#platform/audit';
import { type Context, read } from '#platform/context';

/**
 * The head of the audit log, to be noted in the minutes of a meeting; undefined while no block has been closed.
 *
 * @throws Refusal auth.forbidden
 */
export async function getAuditHead(ctx: Context): Promise<AuditHead | undefined> {
  return read(ctx, 'audit.read', (tx) => auditHead(tx.client));
}
