import { takeHolders } from '@payung/server/local';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { readOptions } from '../options.ts';

const texts = {
  id: {
    done: '{seated} orang kini memegang jabatan; {left} baris dilewati.',
    row: 'baris {row}: {name} ({office}): {why}',
    seated: 'menjabat',
    nobody: 'baris ini tidak diterima dalam daftar',
    officeUnknown: 'jabatan tidak disebut atau tidak dikenal',
    noVillage: 'desa tidak disebut',
    heldAlready: 'sudah memegang jabatan ini',
    noVacantSeat: 'semua kursi sudah terisi',
    refused: 'meninggal, atau jabatan itu tidak ada di sana',
  },
  en: {
    done: '{seated} people now hold office; {left} rows were left.',
    row: 'row {row}: {name} ({office}): {why}',
    seated: 'in office',
    nobody: 'the roster did not take this row',
    officeUnknown: 'the office is not named, or not known',
    noVillage: 'no village is named',
    heldAlready: 'holds this office already',
    noVacantSeat: 'all seats are taken',
    refused: 'died, or the village has no such office',
  },
} as const;

/** `payung office take`: the holders of seats from an accepted roster, and which rows brought none. */
export const officeTake: Run = async (argv, terminal) => {
  const { values, positionals } = readOptions(argv, { json: { type: 'boolean', default: false } }, 1);
  const rosterId = positionals[0] ?? '';
  const { language } = terminal;
  const taken = await takeHolders(await terminal.open(), rosterId);
  if (values.json) {
    terminal.out(JSON.stringify(taken, null, 2));
    return 0;
  }
  const said = texts[language];
  terminal.out(fill(said.done, language, { seated: taken.seated, left: taken.left.length }));
  for (const { row, name, officeText, outcome } of taken.left) {
    const facts = { row, name: name ?? '–', office: officeText, why: said[outcome] };
    terminal.out(fill(said.row, language, facts));
  }
  return 0;
};
