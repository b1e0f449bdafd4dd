import { closeAuditHead, formatHead } from '@payung/server/local';
import type { Run } from '../command.ts';
import { readOptions } from '../options.ts';

const nothing = {
  id: 'Belum ada catatan audit.',
  en: 'Nothing has been recorded yet.',
} as const;

/** `payung audit head`: seals what is open and prints one sentence for the minutes of a meeting. */
export const auditHead: Run = async (argv, terminal) => {
  const { json } = readOptions(argv, { json: { type: 'boolean' } }).values;
  const head = await closeAuditHead(await terminal.open());
  if (json) terminal.out(JSON.stringify({ head: head ?? null }));
  else terminal.out(head === undefined ? nothing[terminal.language] : formatHead(head, terminal.language));
  return 0;
};
