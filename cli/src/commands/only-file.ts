import { parseArgs } from 'node:util';

/** The one file named on the command line; undefined when there is none, a second one or an option. */
export function onlyFileIn(argv: readonly string[]): string | undefined {
  try {
    const { positionals } = parseArgs({ args: [...argv], allowPositionals: true });
    return positionals.length === 1 ? positionals[0] : undefined;
  } catch {
    return undefined;
  }
}
