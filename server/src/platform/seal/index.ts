export type { IndexKind } from './blind-index.ts';
export type { SealedRecord } from './envelope.ts';
export { KeyringError, type KeyringFault, SealError, type SealFault } from './errors.ts';
export { FILE_HEAD, fileKeyId } from './file.ts';
export { createKeyFile, type KeyEnvironment, loadKeyring, rotateSealingKey } from './key-file.ts';
export {
  type AuditKeys,
  auditKeyId,
  auditPublicKeyPem,
  type Keyring,
  newKeyringDocument,
  openKeyring,
} from './keyring.ts';
export { createSealer, type Sealer } from './sealer.ts';
