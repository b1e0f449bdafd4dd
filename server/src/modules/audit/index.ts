export { audit } from './routes.ts';
export { checkAudit, closeAuditHead } from './service.ts';
