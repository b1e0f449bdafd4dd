export { type LocalPlatform, startPlatform } from './platform.ts';
export { ServeProblem } from './problem.ts';
export { backupRegister, restoreRegister, type SafekeepingOptions } from './safekeeping.ts';
export { isLoopback, type ServeOptions, type Serving, serve } from './serve.ts';
export { terminalContext } from './terminal.ts';
export { untilStopped } from './until-stopped.ts';
