import { partnerListTable } from '@payung/server/local';
import type { Run } from '../command.ts';
import { readOptions } from '../options.ts';
import { monthIn } from './members-options.ts';
import { printTable } from './table-report.ts';

/** `payung partner members`: who is a member through a partner in a month, and whether the month is paid. */
export const partnerMembers: Run = async (argv, terminal) => {
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
  const table = await partnerListTable(await terminal.open(), { partnerId, month });
  await printTable(terminal, values, table, ['month', 'segment', 'agreement']);
  return 0;
};
