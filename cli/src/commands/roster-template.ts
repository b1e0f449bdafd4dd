import { writeFile } from 'node:fs/promises';
import { getTemplate, templateKinds } from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { Misuse, readOptions } from '../options.ts';
import { areaIn } from './members-options.ts';

const texts = {
  id: { written: '{path} ditulis.', kinds: 'Jenis templat: {kinds}.' },
  en: { written: '{path} was written.', kinds: 'Kinds of templates: {kinds}.' },
} as const;

/** `payung roster template KIND --out FILE`: an empty list of a layout, with the villages of an area in its lists. */
export const rosterTemplate: Run = async (argv, terminal) => {
  const options = { out: { type: 'string' }, area: { type: 'string' } } as const;
  const { values, positionals } = readOptions(argv, options, 1);
  const { language } = terminal;
  const kind = templateKinds.find((one) => one === positionals[0]);
  if (kind === undefined) {
    throw new Misuse(fill(texts[language].kinds, language, { kinds: templateKinds.join(', ') }));
  }
  const { fileName, content } = await getTemplate(await terminal.open(), kind, areaIn(values.area, language));
  const path = values.out ?? fileName;
  await writeFile(path, content);
  terminal.out(fill(texts[language].written, language, { path }));
  return 0;
};
