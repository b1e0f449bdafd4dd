export { type BackupOptions, type BackupReport, makeBackup } from './make.ts';
export type { Manifest } from './manifest.ts';
export { type OpenBackup, openBackup } from './open.ts';
export { BackupProblem, type BackupProblemFacts, backupProblemText } from './problem.ts';
export { type RestoreOptions, type RestoreReport, restoreBackup } from './restore.ts';
