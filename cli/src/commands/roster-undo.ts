import { previewUndo, requestUndo } from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { Misuse, readOptions } from '../options.ts';
import { rosterIdIn, workUntilDone } from './roster-job.ts';

const texts = {
  id: {
    would:
      '{memberships} kepesertaan ditarik, {withdrawn} orang ditarik, {kept} orang baru tetap karena disebut catatan lain.',
    seats: '{seats} jabatan yang diambil dari daftar ini dikosongkan lagi.',
    bill: 'Tagihan {number} memuat {people} orang dari daftar ini dan {others} orang lain.',
    next: 'Batalkan dengan: payung roster undo {rosterId} --why ALASAN; dengan --cancel-bills tagihan yang hanya memuat daftar ini ikut dibatalkan.',
    done: 'Penerimaan dibatalkan. Berkas yang sama boleh dikirim lagi.',
  },
  en: {
    would:
      '{memberships} memberships taken back, {withdrawn} people withdrawn, {kept} new people stay because other records name them.',
    seats: '{seats} seats taken from this list are vacant again.',
    bill: 'Bill {number} holds {people} people of this list and {others} others.',
    next: 'Undo with: payung roster undo {rosterId} --why REASON; with --cancel-bills the bills that hold only this list are cancelled too.',
    done: 'Acceptance undone. The same file may be sent again.',
  },
} as const;

/** `payung roster undo ID`: says what undoing takes back and which bills stand, and with `--why` does it; `--cancel-bills` cancels bills that hold nobody else. Exit status 1 when it stays accepted. */
export const rosterUndo: Run = async (argv, terminal) => {
  const { language } = terminal;
  const said = texts[language];
  const { values, positionals } = readOptions(
    argv,
    {
      why: { type: 'string' },
      'cancel-bills': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
    1,
  );
  const rosterId = rosterIdIn(positionals[0]);
  if (values.why !== undefined && values.why.trim().length < 3) throw new Misuse('--why');
  const context = await terminal.open();
  const preview = await previewUndo(context, rosterId);
  const { memberships, withdrawn, kept, seats, bills } = preview;
  if (!values.json) {
    terminal.out(fill(said.would, language, { memberships, withdrawn, kept }));
    if (seats > 0) terminal.out(fill(said.seats, language, { seats }));
    for (const { number, people, others } of bills)
      terminal.out(fill(said.bill, language, { number: number ?? '–', people, others }));
  }
  if (values.why === undefined) {
    terminal.out(values.json ? JSON.stringify(preview, null, 2) : fill(said.next, language, { rosterId }));
    return 0;
  }
  const numbers = values['cancel-bills'] ? bills.flatMap(({ number }) => number ?? []) : [];
  await requestUndo(context, rosterId, values.why, numbers);
  const result = await workUntilDone(context, terminal, rosterId);
  const undone = result.roster.state === 'undone';
  if (values.json) terminal.out(JSON.stringify(result, null, 2));
  else if (undone) terminal.out(said.done);
  return undone ? 0 : 1;
};
