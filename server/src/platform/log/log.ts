import {
  type DestinationStream,
  type LevelWithSilent,
  type Logger,
  type LoggerOptions,
  pino,
  stdTimeFunctions,
} from 'pino';
import { describeError } from './describe-error.ts';
import { maskValue } from './mask.ts';

export type { Logger };

/**
 * A logger of JSON lines without personal data. Every line, whichever way it came (message, object, error, bindings of a child),
 * is masked once more as a whole just before it is written: pino's own formatters are skipped for children and for
 * messages taken from an error.
 *
 * @param options.level default `info`; `silent` writes nothing
 * @param options.destination default standard output
 */
export function createLogger(
  options: { readonly level?: LevelWithSilent; readonly destination?: DestinationStream } = {},
): Logger {
  const settings: LoggerOptions = {
    level: options.level ?? 'info',
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    serializers: { err: describeError, error: describeError, req: () => '[masked]', res: () => '[masked]' },
    formatters: { level: (level) => ({ level }) },
    hooks: {
      logMethod(args, method) {
        const [first, ...rest] = args;
        const error = errorIn(first);
        // Left to itself, pino takes the error's raw message as the line's message, and writes objects into `%o`.
        const masked =
          error !== undefined && rest.length === 0
            ? [describeError(error).message]
            : rest.map((part) => maskValue(part));
        return Reflect.apply(method, this, [first, ...masked]);
      },
      streamWrite: maskLine,
    },
  };
  return options.destination === undefined ? pino(settings) : pino(settings, options.destination);
}

const errorIn = (first: unknown): Error | undefined => {
  if (first instanceof Error) return first;
  if (typeof first !== 'object' || first === null || !('err' in first)) return undefined;
  return first.err instanceof Error ? first.err : undefined;
};

function maskLine(line: string): string {
  return `${JSON.stringify(maskValue(JSON.parse(line)))}\n`;
}
