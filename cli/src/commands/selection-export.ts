import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { documentFile, documentFormats } from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { Misuse, readOptions } from '../options.ts';
import { proposalIdIn } from './selection-id.ts';

const written = { id: '{path} ditulis.', en: '{path} was written.' } as const;

/** `payung selection export`: the decree (or the minutes) as a document, or its annex as a table, by the ending of the file. */
export const selectionExport: Run = async (argv, terminal) => {
  const options = {
    minutes: { type: 'boolean', default: false },
    'whole-numbers': { type: 'boolean', default: false },
  } as const;
  const { values, positionals } = readOptions(argv, options, 2);
  const [id, path = ''] = positionals;
  const proposalId = proposalIdIn(id);
  const ending = extname(path).slice(1).toLowerCase();
  const format = documentFormats.find((one) => one === ending);
  if (format === undefined) throw new Misuse(path);
  const numbers = values['whole-numbers'] ? 'whole' : 'masked';
  const kind = values.minutes ? 'minutes' : 'decree';
  await writeFile(path, await documentFile(await terminal.open(), proposalId, kind, format, numbers));
  terminal.out(fill(written[terminal.language], terminal.language, { path }));
  return 0;
};
