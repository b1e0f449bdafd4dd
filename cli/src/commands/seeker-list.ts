import { seekersTable } from '@payung/server/local';
import type { Run } from '../command.ts';
import { readOptions } from '../options.ts';
import { theArea } from './office-options.ts';
import { printTable } from './table-report.ts';

/** `payung seeker list`: who looks for work in an area, and the training they wish for. */
export const seekerList: Run = async (argv, terminal) => {
  const { values } = readOptions(argv, {
    area: { type: 'string' },
    json: { type: 'boolean', default: false },
    csv: { type: 'boolean', default: false },
  });
  const table = await seekersTable(await terminal.open(), { area: theArea(values.area, terminal.language) });
  await printTable(terminal, values, table);
  return 0;
};
