export { bootstrap, MIGRATION_LOCK, withClient } from './bootstrap.ts';
export { chooseDataDirectory, type DataDirectory } from './embedded/data-directory.ts';
export { type Embedded, startEmbedded } from './embedded/start.ts';
export { listMigrations, migrate, pendingMigrations } from './migrate.ts';
export { closePools, openPools, type Pools, refusePrivileged } from './pools.ts';
export { DatabaseProblem } from './problem.ts';
export type { Tables } from './tables.generated.ts';
export { payungTypes } from './types.ts';
export { embeddedUrls, type Role, type ServerUrls, type ServingUrls, serverUrls } from './urls.ts';
