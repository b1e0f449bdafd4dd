import { type ParseArgsConfig, parseArgs } from 'node:util';

/** A command was used wrongly: the usage is printed, with the text when there is one, and the exit status is 2. */
export class Misuse extends Error {
  constructor(text = '') {
    super(text);
    this.name = 'Misuse';
  }
}

/**
 * The options and operands of a command line, as `parseArgs` of Node reads them.
 *
 * @throws Misuse for an unknown option, a missing value, or fewer operands than `operands` or more than `most`
 */
export function readOptions<T extends NonNullable<ParseArgsConfig['options']>>(
  argv: readonly string[],
  options: T,
  operands = 0,
  most: number = operands,
) {
  try {
    const read = parseArgs({ args: [...argv], options, strict: true, allowPositionals: true });
    const given = read.positionals.length;
    if (operands <= given && given <= most) return read;
  } catch (error) {
    if (!isParseError(error)) throw error;
    throw new Misuse(/'(-[^']+)'/.exec(error.message)?.[1] ?? '');
  }
  throw new Misuse();
}

function isParseError(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
