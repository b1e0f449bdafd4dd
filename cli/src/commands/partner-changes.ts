import { firstDay, lastDay } from '@payung/kernel';
import { partnerChangesTable } from '@payung/server/local';
import type { Run } from '../command.ts';
import { readOptions } from '../options.ts';
import { monthIn } from './members-options.ts';
import { printTable } from './table-report.ts';

/** `payung partner changes`: who came on and who left the list of a partner in a month. */
export const partnerChanges: Run = async (argv, terminal) => {
  const { values, positionals } = readOptions(
    argv,
    {
      month: { type: 'string' },
      json: { type: 'boolean', default: false },
      csv: { type: 'boolean', default: false },
    },
    1,
  );
  const partnerId = positionals[0] ?? '';
  const month = monthIn(values.month, terminal.language);
  const span = { from: firstDay(month), to: lastDay(month) };
  const table = await partnerChangesTable(await terminal.open(), { partnerId, ...span });
  await printTable(terminal, values, table, ['village_code', 'agreement']);
  return 0;
};
