import type { Context, Language, LocalPlatform } from '@payung/server/local';
import type { Terminal } from './command.ts';

/** Where a terminal prints; a program's standard output and error fit. */
interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** False if its reader is behind: `drain` says when it has caught up. */
  write(text: string): unknown;
  once?(event: 'drain', listener: () => void): unknown;
}

/**
 * A text without what a terminal takes for a command: names of files and people come from elsewhere, and could clear the screen,
 * change its title or write over the line above. Line breaks and tabs stay.
 */
export function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly the characters that command a terminal
  return text.replace(/\r(?!\n)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '\ufffd');
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** The terminal of this process. */
interface ProcessTerminal extends Terminal {
  /** Ends what `open` opened. */
  close(): Promise<void>;
}

/** Makes the terminal of this process; nothing is opened before a command asks. */
export function processTerminal(
  language: Language,
  screens: {
    readonly out: Screen;
    readonly err: Screen;
    /** What is piped in; asked for only by a command that reads it. */
    readonly input?: () => AsyncIterable<Uint8Array>;
  },
  env: NodeJS.ProcessEnv,
  cwd: string,
): ProcessTerminal {
  let register: Promise<LocalPlatform> | undefined;
  let drawn = false;
  /** Takes the redrawn line away before anything else is printed. */
  const wipe = () => {
    if (drawn) screens.err.write('\r\u001b[2K');
    drawn = false;
  };
  const err = (text: string) => {
    wipe();
    screens.err.write(`${plain(text)}\n`);
  };
  const live = screens.err.isTTY === true;
  return {
    language,
    live,
    err,
    out(text) {
      wipe();
      screens.out.write(`${plain(text)}\n`);
    },
    async print(text) {
      wipe();
      const { out } = screens;
      const isBehind = out.write(`${plain(text)}\n`) === false;
      if (isBehind) await new Promise<void>((resume) => void out.once?.('drain', resume));
    },
    input: screens.input ?? nothing,
    redraw(text) {
      // A line that wraps cannot be taken back.
      screens.err.write(`\r\u001b[2K${plain(text).slice(0, (screens.err.columns ?? 80) - 1)}`);
      drawn = true;
    },
    async open(): Promise<Context> {
      // Loaded only here: it brings the whole server.
      const { openRegister, terminalContext } = await import('./register.ts');
      register ??= openRegister({ env, cwd, language, tell: err, log: 'warn' });
      return terminalContext((await register).platform, language);
    },
    async close() {
      wipe();
      const opened = await register?.catch(() => undefined);
      await opened?.close();
    },
  };
}
