export { parseFingerprint } from './chain.ts';
export { type Connectable, closeBlock, closeOpenEntries } from './close.ts';
export { type AuditHead, auditHead, formatHead, parseHead } from './head.ts';
export { type AuditEntry, type Queryable, record } from './record.ts';
export {
  type AuditFault,
  type AuditFinding,
  type AuditReport,
  type NotedHead,
  verifyAudit,
} from './verify.ts';
