import { LawError } from '../engine/error.ts';
import {
  type Fields,
  has,
  readCount,
  readDay,
  readFields,
  readFlag,
  readMoney,
  readMonth,
  readRequiredWord,
} from '../engine/input.ts';
import type { Rule } from '../engine/run.ts';
import type { Text } from '../engine/text.ts';
import { type ArrearsProgramme, type PuArrearsInput, puArrears } from './pu-arrears.ts';

const PROGRAMMES: readonly ArrearsProgramme[] = ['JKK', 'JKM', 'JHT', 'JKP'];
const EITHER: Text = { id: 'monthsUnpaid atau lastPaid', en: 'monthsUnpaid or lastPaid' };
// A century of arrears is a mistake.
const MOST_MONTHS = 1200;

/** `membership.puArrears` of the rules protocol. */
export const membershipPuArrears: Rule = {
  id: 'membership.puArrears',
  about: {
    id: 'Siapa membayar manfaat lebih dahulu ketika pemberi kerja menunggak',
    en: 'Who pays a benefit first while the employer is in arrears',
  },
  answer(input) {
    const fields = readFields(input, [
      'programme',
      'date',
      'monthsUnpaid',
      'lastPaid',
      'contribution',
      'bankrupt',
    ]);
    return puArrears({
      programme: readRequiredWord(fields, 'programme', PROGRAMMES),
      date: readDay(fields, 'date'),
      unpaid: readUnpaid(fields),
      ...(has(fields, 'contribution') && { contribution: readMoney(fields, 'contribution') }),
      isBankrupt: readFlag(fields, 'bankrupt', false),
    });
  },
};

function readUnpaid(fields: Fields): PuArrearsInput['unpaid'] {
  if (!has(fields, 'lastPaid')) {
    if (!has(fields, 'monthsUnpaid'))
      throw new LawError('input.missing', 'monthsUnpaid', { accepted: EITHER });
    return { months: readCount(fields, 'monthsUnpaid', { most: MOST_MONTHS }) };
  }
  if (has(fields, 'monthsUnpaid')) throw new LawError('input.combination', 'lastPaid', { accepted: EITHER });
  return { lastPaid: readMonth(fields, 'lastPaid') };
}
