import type { Context, Language } from '@payung/server/local';

/** What a command may do to the world: print, and open the register as the person at this terminal. */
export interface Terminal {
  /** Prints a line for people or programs; results only. */
  out(text: string): void;
  /** As `out`, and waits while the reader of a long result is behind. */
  print(text: string): Promise<void>;
  /** Prints a line about what is going on, or went wrong; never part of a result. */
  err(text: string): void;
  /** True when `err` is a screen, so that a progress bar may redraw its line. */
  readonly live: boolean;
  /** Redraws the last line of the screen; the next line printed takes its place. Only where `live`. */
  redraw?(text: string): void;
  readonly language: Language;
  /** What is piped into the command, as it comes. */
  input(): AsyncIterable<Uint8Array>;
  /** The register, migrated and ready; started when needed and closed by the main program. */
  open(): Promise<Context>;
}

/** Runs a command; resolves to the exit status: 0 done, 1 refused, 2 used wrongly. */
export type Run = (argv: readonly string[], terminal: Terminal) => Promise<number>;

/** One word of `payung …`: what help says of it, and where its code is. */
export interface Command {
  /** As typed, with its parts separated by blanks: `bill run`. */
  readonly name: string;
  readonly summary: Readonly<Record<Language, string>>;
  /** The options, on one line. */
  readonly usage: string;
  /** Options and what they are for, where their names do not say it. */
  readonly notes?: Readonly<Record<Language, Readonly<Record<string, string>>>>;
  /** Loads the code only when it is run. */
  load(): Promise<Run>;
}
