export { describeError, type ErrorDescription } from './describe-error.ts';
export { createLogger, type Logger } from './log.ts';
export { holdsNik, isPersonalKey, maskText, maskValue } from './mask.ts';
