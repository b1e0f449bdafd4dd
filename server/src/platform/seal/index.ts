export { currentHead, envelopeHolds, holdsOf, type SealedRecord, tellsWhatItHolds } from './envelope.ts';
export { KeyringError, SealError } from './errors.ts';
export { FILE_HEAD, fileKeyId, readSealedFile } from './file.ts';
export { createKeyFile, loadKeyring, rotateSealingKey } from './key-file.ts';
export { auditKeyId, auditPublicKeyPem, type Keyring, newKeyringDocument, openKeyring } from './keyring.ts';
export { createSealer, type Sealer } from './sealer.ts';
