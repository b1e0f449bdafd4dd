import type { Context, Language } from '@payung/server/local';
import type { Terminal } from '../command.ts';

/**
 * A terminal that keeps what is printed, before a register that is already open; undefined for a command that must do without.
 *
 * @param input what is piped in, in pieces
 */
export function keptTerminal(
  context: Context | undefined,
  language: Language,
  input: readonly Uint8Array[] = [],
) {
  const out: string[] = [];
  const err: string[] = [];
  const terminal: Terminal = {
    out: (text) => void out.push(text),
    print: async (text) => void out.push(text),
    err: (text) => void err.push(text),
    live: false,
    language,
    async *input() {
      yield* input;
    },
    open: async () => {
      if (context === undefined) throw new Error('this command opens no register');
      return { ...context, language };
    },
  };
  /** What was printed, with the status that a command ended with. */
  const ended = (status: number) => ({ status, out: out.join('\n'), err: err.join('\n') });
  return { terminal, ended };
}
