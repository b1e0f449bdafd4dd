import { formatRupiah } from '@payung/kernel';
import { cancelBill, getBillId } from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { Misuse, readOptions } from '../options.ts';

const texts = {
  id: {
    done: 'Tagihan {number} dibatalkan: {amount} untuk {people} orang tidak lagi terutang. Bulannya boleh ditagih lagi.',
  },
  en: {
    done: 'Bill {number} cancelled: {amount} for {people} people is owed no more. Its months may be billed again.',
  },
} as const;

/** `payung bill cancel NUMBER --reason …`: cancels a bill on which nothing was paid. */
export const billCancel: Run = async (argv, terminal) => {
  const { language } = terminal;
  const { values, positionals } = readOptions(
    argv,
    { reason: { type: 'string' }, json: { type: 'boolean', default: false } },
    1,
  );
  const [number] = positionals;
  const reason = values.reason?.trim() ?? '';
  if (number === undefined) throw new Misuse();
  if (reason.length < 3 || reason.length > 500) throw new Misuse('--reason');
  const context = await terminal.open();
  const cancelled = await cancelBill(context, await getBillId(context, number), reason);
  const { people, amount } = cancelled;
  const facts = { number, people, amount: formatRupiah(amount) };
  terminal.out(
    values.json ? JSON.stringify(cancelled, null, 2) : fill(texts[language].done, language, facts),
  );
  return 0;
};
