import { open } from 'node:fs/promises';
import { replyTo } from '@payung/law';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { linesIn } from '../lines.ts';
import { readOptions } from '../options.ts';
import { answerLine, longestLine } from './law-line.ts';
import { knownOnOption, readKnownOn } from './law-options.ts';

const texts = {
  id: {
    done: '{requests} permintaan dijawab, {invalid} di antaranya tidak sah.',
    failed: 'Baris {line} tidak terjawab: aturannya sendiri keliru. Laporkan kepada kami. {fault}',
  },
  en: {
    done: '{requests} requests answered, {invalid} of them invalid.',
    failed: 'Line {line} has no answer: the rule itself is wrong. Please report it. {fault}',
  },
} as const;

/** `payung law run FILE`: a stream of requests in, their answers out in the same order. Exit status 1 if a rule failed. */
export const lawRun: Run = async (argv, terminal) => {
  const { language } = terminal;
  const said = texts[language];
  const { values, positionals } = readOptions(argv, knownOnOption, 0, 1);
  const knownOn = readKnownOn(values['as-known-on'], language);
  const [path = '-'] = positionals;
  const source = path === '-' ? terminal.input() : await fileAt(path);
  const counts = { answered: 0, invalid: 0, failed: 0 };
  let line = 0;
  for await (const lines of linesIn(source, longestLine)) {
    const replies: string[] = [];
    for (const bytes of lines) {
      line += 1;
      const one = answerLine(bytes, (message) => replyTo(message, knownOn));
      if (one === undefined) continue;
      counts[one.outcome] += 1;
      replies.push(one.json);
      if (one.outcome === 'failed')
        terminal.err(fill(said.failed, language, { line, fault: String(one.fault) }));
    }
    if (replies.length > 0) await terminal.print(replies.join('\n'));
  }
  const { answered, invalid, failed } = counts;
  terminal.err(fill(said.done, language, { requests: answered + invalid + failed, invalid }));
  return failed === 0 ? 0 : 1;
};

/** @throws an error of the file system that names the path */
async function fileAt(path: string) {
  const file = await open(path);
  const isFolder = (await file.stat()).isDirectory();
  if (!isFolder) return file.createReadStream();
  await file.close();
  throw Object.assign(new Error(path), { code: 'EISDIR', path });
}
