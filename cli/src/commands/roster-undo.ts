import { previewUndo, requestUndo } from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { Misuse, readOptions } from '../options.ts';
import { rosterIdIn, workUntilDone } from './roster-job.ts';

const texts = {
  id: {
    would:
      '{memberships} kepesertaan ditarik, {withdrawn} orang ditarik, {kept} orang baru tetap karena disebut catatan lain.',
    next: 'Batalkan dengan: payung roster undo {rosterId} --why ALASAN',
    done: 'Penerimaan dibatalkan. Berkas yang sama boleh dikirim lagi.',
  },
  en: {
    would:
      '{memberships} memberships taken back, {withdrawn} people withdrawn, {kept} new people stay because other records name them.',
    next: 'Undo with: payung roster undo {rosterId} --why REASON',
    done: 'Acceptance undone. The same file may be sent again.',
  },
} as const;

/** `payung roster undo ID`: says what undoing takes back, and with `--why` does it. Exit status 1 when it stays accepted. */
export const rosterUndo: Run = async (argv, terminal) => {
  const { language } = terminal;
  const said = texts[language];
  const { values, positionals } = readOptions(
    argv,
    { why: { type: 'string' }, json: { type: 'boolean', default: false } },
    1,
  );
  const rosterId = rosterIdIn(positionals[0]);
  if (values.why !== undefined && values.why.trim().length < 3) throw new Misuse('--why');
  const context = await terminal.open();
  const preview = await previewUndo(context, rosterId);
  const { memberships, withdrawn, kept } = preview;
  if (!values.json) terminal.out(fill(said.would, language, { memberships, withdrawn, kept }));
  if (values.why === undefined) {
    terminal.out(values.json ? JSON.stringify(preview, null, 2) : fill(said.next, language, { rosterId }));
    return 0;
  }
  await requestUndo(context, rosterId, values.why);
  const result = await workUntilDone(context, terminal, rosterId);
  const undone = result.roster.state === 'undone';
  if (values.json) terminal.out(JSON.stringify(result, null, 2));
  else if (undone) terminal.out(said.done);
  return undone ? 0 : 1;
};
