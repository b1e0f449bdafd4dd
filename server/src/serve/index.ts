export { type LocalPlatform, type StartOptions, startPlatform } from './platform.ts';
export { ServeProblem } from './problem.ts';
export { migrationsDirectory, type Readiness, readiness } from './readiness.ts';
export { backupRegister, restoreRegister, type SafekeepingOptions } from './safekeeping.ts';
export { isLoopback, type ServeOptions, type Serving, serve } from './serve.ts';
export { terminalContext } from './terminal.ts';
export { untilStopped } from './until-stopped.ts';
export { keepUp } from './upkeep.ts';
