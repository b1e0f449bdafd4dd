export { audit } from './routes.ts';
export { getAuditHead } from './service.ts';
