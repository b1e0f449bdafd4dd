import type { Language } from '@payung/server/local';
import type { Command, Terminal } from './command.ts';
import { fileProblem } from './file-problem.ts';
import { fill } from './fill.ts';
import { Misuse } from './options.ts';
import { wrongLetters } from './wrong-letters.ts';

const texts = {
  id: {
    usage: 'Cara pakai: payung PERINTAH [pilihan]',
    commands: 'Perintah:',
    more: 'payung help PERINTAH menjelaskan satu perintah. Bahasa: PAYUNG_LANG=id atau en.',
    unknown: 'Perintah "{given}" tidak dikenal.',
    meant: 'Mungkin maksud Anda: payung {name}',
    list: 'payung help memperlihatkan semua perintah.',
    option: 'Pilihan {option} tidak dikenal, atau nilainya belum ditulis.',
    use: 'Cara pakai: {usage}',
    ours: 'Terjadi kesalahan yang tidak terduga; tidak ada langkah yang tersimpan setengah jadi.',
  },
  en: {
    usage: 'Usage: payung COMMAND [options]',
    commands: 'Commands:',
    more: 'payung help COMMAND explains one command. Language: PAYUNG_LANG=id or en.',
    unknown: 'There is no command "{given}".',
    meant: 'Perhaps you meant: payung {name}',
    list: 'payung help lists all commands.',
    option: 'The option {option} is not known, or lacks its value.',
    use: 'Usage: {usage}',
    ours: 'Something unexpected went wrong; no step was kept half-done.',
  },
} as const;

/**
 * Runs one command line to its exit status: 0 done, 1 refused or failed, 2 used wrongly. Whatever goes wrong has been said on
 * the terminal by then.
 */
export async function runCommandLine(
  argv: readonly string[],
  terminal: Terminal,
  commands: readonly Command[],
): Promise<number> {
  const { language } = terminal;
  const [first] = argv;
  if (first === undefined) {
    for (const line of overview(commands, language)) terminal.err(line);
    return 2;
  }
  const wantsHelp = first === 'help' || first === '--help' || first === '-h';
  const words = wantsHelp ? argv.slice(1) : argv;
  if (wantsHelp && words.length === 0) {
    for (const line of overview(commands, language)) terminal.out(line);
    return 0;
  }
  const asksHelp = wantsHelp || words.includes('--help') || words.includes('-h');
  const command = findCommand(words, commands);
  if (command === undefined) {
    const group = commands.filter(({ name }) => name.startsWith(`${words[0]} `));
    const asksGroup = asksHelp && group.length > 0 && (words[1] ?? '-').startsWith('-');
    if (!asksGroup) return unknown(words, terminal, commands);
    for (const line of overview(group, language)) terminal.out(line);
    return 0;
  }
  if (asksHelp) {
    terminal.out(command.summary[language]);
    terminal.out(fill(texts[language].use, language, { usage: command.usage }));
    for (const line of aligned(Object.entries(command.notes?.[language] ?? {}))) terminal.out(line);
    return 0;
  }
  const rest = words.slice(command.name.split(' ').length);
  try {
    const run = await command.load();
    return await run(rest, terminal);
  } catch (error) {
    return await failed(error, command, terminal);
  }
}

async function failed(error: unknown, command: Command, terminal: Terminal): Promise<number> {
  const { language } = terminal;
  if (error instanceof Misuse) {
    if (error.message.startsWith('-')) {
      terminal.err(fill(texts[language].option, language, { option: error.message }));
    } else if (error.message !== '') terminal.err(error.message);
    terminal.err(fill(texts[language].use, language, { usage: command.usage }));
    return 2;
  }
  const explained = fileProblem(error, language) ?? (await import('./failure.ts')).explain(error, language);
  if (explained === undefined) {
    terminal.err(texts[language].ours);
    terminal.err(error instanceof Error ? (error.stack ?? error.message) : String(error));
  } else for (const line of explained) terminal.err(line);
  return 1;
}

/** The command whose words the line begins with; of two, the longer. */
function findCommand(words: readonly string[], commands: readonly Command[]): Command | undefined {
  return commands
    .filter(({ name }) => name.split(' ').every((word, n) => words[n] === word))
    .toSorted((a, b) => b.name.length - a.name.length)[0];
}

function overview(commands: readonly Command[], language: Language): string[] {
  const said = texts[language];
  const lines = aligned(commands.map(({ name, summary }) => [name, summary[language]]));
  return [said.usage, '', said.commands, ...lines, '', said.more];
}

/** What something is called, and what it does, below each other. */
function aligned(lines: readonly (readonly [name: string, text: string])[]): string[] {
  const width = Math.max(...lines.map(([name]) => name.length));
  return lines.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`);
}

function unknown(words: readonly string[], terminal: Terminal, commands: readonly Command[]): number {
  const { language } = terminal;
  const said = texts[language];
  const given =
    words
      .filter((word) => !word.startsWith('-'))
      .slice(0, 2)
      .join(' ') ||
    (words[0] ?? '');
  terminal.err(fill(said.unknown, language, { given }));
  const near = nearest(given, commands);
  if (near.length === 0) terminal.err(said.list);
  for (const { name } of near) terminal.err(fill(said.meant, language, { name }));
  return 2;
}

/** More wrong letters than these, and it was another word. */
const mostWrongLetters = 2;

/** Commands of which this may be a slip, or the beginning; of a whole slip only that one. */
function nearest(given: string, commands: readonly Command[]): Command[] {
  const slips = commands.filter(({ name }) => wrongLetters(name, given) <= mostWrongLetters);
  if (slips.length > 0) return slips;
  const firstWord = (text: string) => text.split(' ')[0] ?? '';
  return commands.filter(({ name }) => wrongLetters(firstWord(name), firstWord(given)) <= mostWrongLetters);
}
