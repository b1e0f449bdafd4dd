import { classesTable } from '@payung/server/local';
import type { Run } from '../command.ts';
import { readOptions } from '../options.ts';
import { areaIn, monthIn } from './members-options.ts';
import { printTable } from './table-report.ts';

/** `payung partner list`: partners with their members by segment and group, and how many of them are paid for. */
export const partnerList: Run = async (argv, terminal) => {
  const { language } = terminal;
  const { values } = readOptions(argv, {
    month: { type: 'string' },
    area: { type: 'string' },
    json: { type: 'boolean', default: false },
    csv: { type: 'boolean', default: false },
  });
  const wanted = { month: monthIn(values.month, language), area: areaIn(values.area, language) };
  const table = await classesTable(await terminal.open(), wanted);
  await printTable(terminal, values, table, ['month', 'seat_code']);
  return 0;
};
