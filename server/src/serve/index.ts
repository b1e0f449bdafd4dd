export { type LocalPlatform, startPlatform } from './platform.ts';
export { ServeProblem } from './problem.ts';
export { backupRegister, restoreRegister } from './safekeeping.ts';
export { type Serving, serve } from './serve.ts';
export { terminalContext } from './terminal.ts';
export { untilStopped } from './until-stopped.ts';
