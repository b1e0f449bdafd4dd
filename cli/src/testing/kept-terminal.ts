import type { Context, Language } from '@payung/server/local';
import type { Terminal } from '../command.ts';

/** A terminal that keeps what is printed, before a register that is already open. */
export function keptTerminal(context: Context, language: Language) {
  const out: string[] = [];
  const err: string[] = [];
  const terminal: Terminal = {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    live: false,
    language,
    open: async () => ({ ...context, language }),
  };
  /** What was printed, with the status that a command ended with. */
  const ended = (status: number) => ({ status, out: out.join('\n'), err: err.join('\n') });
  return { terminal, ended };
}
