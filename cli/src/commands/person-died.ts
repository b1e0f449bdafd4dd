import {
  type DeathEvidence,
  deathEvidence,
  monthsAfterDeath,
  recordDeath,
  withdrawDeath,
} from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { Misuse, readOptions } from '../options.ts';
import { dayIn } from './office-options.ts';
import { personIdIn, reasonIn } from './person-options.ts';

const texts = {
  id: {
    recorded:
      'Dicatat meninggal {day}. Kepesertaan dan jabatannya berakhir pada hari itu. Bila keliru: payung person died {id} --undo --reason …',
    billed:
      'Tagihan {number} ({partner}) belum dibayar dan masih memuat {months} bulan sesudah bulan meninggalnya (Rp {amount}).',
    paid: 'Lewat {partner} sudah dibayar {months} bulan sesudah bulan meninggalnya, sampai {through}; tetap tercatat.',
    undone:
      'Kematian dibatalkan: kepesertaan dan jabatan yang berakhir karenanya berjalan lagi, bila belum ada gantinya.',
  },
  en: {
    recorded:
      'Recorded as having died on {day}. Memberships and seats end with that day. If that is a mistake: payung person died {id} --undo --reason …',
    billed:
      'Bill {number} ({partner}) is unpaid and still asks for {months} months after that of the death (Rp {amount}).',
    paid: 'Through {partner}, {months} months after that of the death are paid, until {through}; that stays on record.',
    undone:
      'The death is withdrawn: the memberships and seats it had ended go on, unless something took their place.',
  },
} as const;

/** `payung person died ID --on DAY --evidence KIND`: records a death; `--undo` withdraws it. */
export const personDied: Run = async (argv, terminal) => {
  const { values, positionals } = readOptions(
    argv,
    {
      on: { type: 'string' },
      evidence: { type: 'string', default: 'family_report' },
      number: { type: 'string' },
      note: { type: 'string' },
      undo: { type: 'boolean', default: false },
      reason: { type: 'string' },
    },
    1,
  );
  const personId = personIdIn(positionals[0]);
  const words = texts[terminal.language];
  if (values.undo) {
    const reason = reasonIn(values.reason);
    await withdrawDeath(await terminal.open(), personId, reason);
    terminal.out(words.undone);
    return 0;
  }
  const diedOn = dayIn(values.on);
  if (diedOn === undefined) throw new Misuse('--on 2026-11-20');
  const context = await terminal.open();
  await recordDeath(context, {
    personId,
    diedOn,
    evidence: evidenceIn(values.evidence),
    reference: values.number ?? null,
    note: values.note ?? null,
  });
  const say = (text: string, facts: Parameters<typeof fill>[2]) =>
    terminal.out(fill(text, terminal.language, facts));
  say(words.recorded, { day: diedOn, id: personId });
  const { openBills, paid } = await monthsAfterDeath(context, personId);
  for (const { partnerName: partner, number, months, amount } of openBills) {
    say(words.billed, { number: number ?? '–', partner, months, amount });
  }
  for (const { partnerName: partner, months, through } of paid) say(words.paid, { partner, months, through });
  return 0;
};

function evidenceIn(text: string): DeathEvidence {
  const kind = deathEvidence.find((one) => one === text);
  if (kind === undefined) throw new Misuse(`--evidence ${deathEvidence.join('|')}`);
  return kind;
}
