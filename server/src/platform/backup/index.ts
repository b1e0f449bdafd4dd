export { type BackupReport, makeBackup } from './make.ts';
export { openBackup } from './open.ts';
export { type RestoreReport, restoreBackup } from './restore.ts';
