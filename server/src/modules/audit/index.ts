export { audit } from './routes.ts';
export { checkAudit, closeAuditHead, getAuditHead } from './service.ts';
