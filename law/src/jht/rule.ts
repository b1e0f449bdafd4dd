import { rupiah } from '@payung/kernel';
import { EARNINGS, readEarnings } from '../base/base.ts';
import { LawError } from '../engine/error.ts';
import {
  type Fields,
  has,
  readCount,
  readDay,
  readFields,
  readFlag,
  readMoney,
  readPercent,
  readRequiredWord,
} from '../engine/input.ts';
import type { Rule } from '../engine/run.ts';
import { onlyOneText } from '../engine/text.ts';
import { jhtBalance } from './balance.ts';
import { type JhtEvent, jhtWithdrawal } from './withdrawal.ts';

const REASONS: readonly (JhtEvent | 'age56' | 'partial')[] = [
  'age56',
  'resignation',
  'termination',
  'pkwtEnd',
  'bpuStops',
  'leavingIndonesia',
  'totalDisability',
  'death',
  'partial',
];
const RETURNS = onlyOneText(['development', 'returnPercent']);
const PURPOSES: readonly ('housing' | 'other')[] = ['housing', 'other'];

/** `benefit.jht.balance` of the rules protocol. */
export const benefitJhtBalance: Rule = {
  id: 'benefit.jht.balance',
  about: { id: 'Saldo JHT: iuran dan hasil pengembangan', en: 'JHT balance: contributions and their return' },
  answer(input) {
    const fields = readFields(input, [...EARNINGS, 'months', 'opening', 'development', 'returnPercent']);
    if (has(fields, 'development') && has(fields, 'returnPercent')) {
      throw new LawError('input.combination', 'returnPercent', { accepted: RETURNS });
    }
    const months = has(fields, 'months') ? readCount(fields, 'months') : 0;
    const earns = months > 0 || has(fields, 'wage') || has(fields, 'bpuIncome');
    const earnings = earns ? readEarnings(fields) : undefined;
    return jhtBalance({
      opening: has(fields, 'opening') ? readMoney(fields, 'opening') : rupiah(0),
      ...(earnings !== undefined && { contributed: { months, earnings } }),
      development: has(fields, 'returnPercent')
        ? { onOpening: readPercent(fields, 'returnPercent') }
        : { amount: has(fields, 'development') ? readMoney(fields, 'development') : rupiah(0) },
    });
  },
};

/** `benefit.jht.withdrawal` of the rules protocol. Fields that the reason does not need are checked and of no effect. */
export const benefitJhtWithdrawal: Rule = {
  id: 'benefit.jht.withdrawal',
  about: { id: 'Pembayaran JHT, seluruhnya atau sebagian', en: 'Payment of JHT, whole or in part' },
  answer(input) {
    const fields = readFields(input, [
      'reason',
      'balance',
      'date',
      'asOf',
      'birthDate',
      'membershipMonths',
      'purpose',
      'previousPartial',
      'stillContributing',
    ]);
    const reason = readRequiredWord(fields, 'reason', REASONS);
    const balance = readMoney(fields, 'balance');
    const previousPartial = readFlag(fields, 'previousPartial', false);
    const stillContributing = readFlag(fields, 'stillContributing', false);
    checkUnneeded(fields);
    if (reason === 'partial') {
      const membershipMonths = readCount(fields, 'membershipMonths');
      const purpose = readRequiredWord(fields, 'purpose', PURPOSES);
      return jhtWithdrawal({ reason, balance, membershipMonths, purpose, previousPartial });
    }
    const asOf = readDay(fields, 'asOf');
    if (reason === 'age56') {
      return jhtWithdrawal({ reason, balance, birthDate: readDay(fields, 'birthDate'), asOf });
    }
    return jhtWithdrawal({ reason, balance, date: readDay(fields, 'date'), asOf, stillContributing });
  },
};

/** A field that the reason does not need is a mistake all the same if it cannot be read. */
function checkUnneeded(fields: Fields): void {
  for (const name of ['date', 'asOf', 'birthDate']) if (has(fields, name)) readDay(fields, name);
  if (has(fields, 'membershipMonths')) readCount(fields, 'membershipMonths');
  if (has(fields, 'purpose')) readRequiredWord(fields, 'purpose', PURPOSES);
}
