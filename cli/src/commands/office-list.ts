import { officialsTable } from '@payung/server/local';
import type { Run } from '../command.ts';
import { readOptions } from '../options.ts';
import { dayIn, theArea } from './office-options.ts';
import { printTable } from './table-report.ts';

/** `payung office list`: everybody in a seat of the village bodies of an area. */
export const officeList: Run = async (argv, terminal) => {
  const { values } = readOptions(argv, {
    area: { type: 'string' },
    on: { type: 'string' },
    json: { type: 'boolean', default: false },
    csv: { type: 'boolean', default: false },
  });
  const wanted = { area: theArea(values.area, terminal.language), on: dayIn(values.on) };
  const table = await officialsTable(await terminal.open(), wanted);
  await printTable(terminal, values, table, ['body', 'seat']);
  return 0;
};
