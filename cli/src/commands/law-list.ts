import { rules } from '@payung/law';
import type { Run } from '../command.ts';
import { readOptions } from '../options.ts';
import { languageOption, readLanguage } from './law-options.ts';

/** `payung law list`: every rule with what it answers. */
export const lawList: Run = async (argv, terminal) => {
  const language = readLanguage(readOptions(argv, languageOption).values.lang, terminal.language);
  const all = [...rules.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const width = Math.max(...all.map(({ id }) => id.length));
  for (const { id, about } of all) terminal.out(`${id.padEnd(width)}  ${about[language]}`);
  return 0;
};
