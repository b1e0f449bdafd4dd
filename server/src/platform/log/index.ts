export { describeError } from './describe-error.ts';
export { createLogger, type Logger } from './log.ts';
export { holdsNik, isPersonalKey, maskText } from './mask.ts';
