export { closeBlock, closeOpenEntries } from './close.ts';
export { type AuditHead, auditHead, formatHead, parseHead } from './head.ts';
export { type AuditEntry, record } from './record.ts';
export { type AuditFinding, type AuditReport, type NotedHead, verifyAudit } from './verify.ts';
