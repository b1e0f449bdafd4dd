export { type BackupOptions, type BackupReport, makeBackup } from './make.ts';
export type { Manifest } from './manifest.ts';
export { type OpenBackup, openBackup } from './open.ts';
export { BackupProblem } from './problem.ts';
export { type RestoreOptions, type RestoreReport, restoreBackup } from './restore.ts';
