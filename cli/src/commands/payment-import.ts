import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { formatRupiah, rupiah } from '@payung/kernel';
import {
  getStatement,
  importStatement,
  type Language,
  type StatementFile,
  type StatementImported,
} from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { Misuse } from '../options.ts';

const texts = {
  id: {
    file: 'Berkas tidak dapat dibuka: {file} ({problem}). Periksa nama dan tempatnya.',
    repeated: 'Rekening koran ini sudah pernah diimpor; tidak ada yang berubah. Hasilnya waktu itu:',
    rows: '{rows} baris: {settled} melunasi, {partial} sebagian, {excess} lebih, {unknown} tanpa tagihan, {repeated} berulang, {refused} ditolak, {ignored} diabaikan.',
    money: 'Uang masuk {received}: {settled} untuk tagihan, {unallocated} belum teralokasi.',
    paid: 'Lunas: {bills}. {people} orang kini terlindungi.',
    line: 'Baris {row}: {text} {remedy}',
  },
  en: {
    file: 'The file cannot be opened: {file} ({problem}). Check its name and place.',
    repeated: 'This statement was imported before; nothing changed. Its result was:',
    rows: '{rows} rows: {settled} settled, {partial} partial, {excess} too much, {unknown} without a bill, {repeated} repeated, {refused} refused, {ignored} ignored.',
    money: 'Money in {received}: {settled} for bills, {unallocated} unallocated.',
    paid: 'Paid: {bills}. {people} people are now covered.',
    line: 'Row {row}: {text} {remedy}',
  },
} as const;

/** `payung payment import`: takes in a bank statement. Rows that need a human go to the error output, one line each. */
export const paymentImport: Run = async (argv, terminal) => {
  const { language } = terminal;
  const given = optionsIn(argv);
  if (given === undefined) throw new Misuse();
  const { file, account, json } = given;
  let content: Uint8Array;
  try {
    content = await readFile(file);
  } catch (error) {
    const problem = (error as NodeJS.ErrnoException).code ?? '?';
    terminal.err(fill(texts[language].file, language, { file, problem }));
    return 2;
  }
  const context = await terminal.open();
  const imported = await importStatement(context, { fileName: basename(file), content, account });
  if (json) terminal.out(JSON.stringify(imported, null, 2));
  else for (const line of linesOf(imported, language)) terminal.out(line);
  for (const line of openLinesOf(await getStatement(context, imported.statementId), language))
    terminal.err(line);
  return 0;
};

function linesOf(imported: StatementImported, language: Language): string[] {
  const say = texts[language];
  const { rows, counts, billsPaid, peopleCovered: people } = imported;
  const money = (amount: number) => formatRupiah(rupiah(amount));
  const amounts = {
    received: money(imported.received),
    settled: money(imported.settled),
    unallocated: money(imported.unallocated),
  };
  return [
    ...(imported.repeated ? [say.repeated] : []),
    fill(say.rows, language, { rows, ...counts }),
    fill(say.money, language, amounts),
    ...(billsPaid.length > 0 ? [fill(say.paid, language, { bills: billsPaid.join(', '), people })] : []),
  ];
}

/** The rows that somebody has to look at, with what to do. */
function openLinesOf({ lines }: StatementFile, language: Language): string[] {
  return lines
    .filter(({ remedy }) => remedy !== '')
    .map(({ row, text, remedy }) => fill(texts[language].line, language, { row: String(row), text, remedy }));
}

/** What was typed; undefined when it cannot be read or something is missing. */
function optionsIn(argv: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { account: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const [file, ...more] = positionals;
    const { account, json } = values;
    return file === undefined || more.length > 0 || account === undefined
      ? undefined
      : { file, account, json };
  } catch {
    return undefined;
  }
}
