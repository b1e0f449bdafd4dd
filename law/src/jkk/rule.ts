import { percent, rupiah } from '@payung/kernel';
import { EARNINGS, readEarnings } from '../base/base.ts';
import { LawError } from '../engine/error.ts';
import {
  type Fields,
  has,
  readCount,
  readDay,
  readFields,
  readFlag,
  readList,
  readMoney,
  readPercent,
  readRequiredWord,
} from '../engine/input.ts';
import type { Rule } from '../engine/run.ts';
import { bodyTable, SCALP_ROW } from './body-table.ts';
import { jkkDeath } from './death.ts';
import { disability, type Loss } from './disability.ts';
import { temporaryIncapacity } from './stmb.ts';
import { accidentTransport } from './transport.ts';

const ROWS = [...bodyTable.keys(), SCALP_ROW];
// The longest month has 31 days, and that is a whole one.
const MOST_DAYS = 30;

/** `benefit.jkk.death` of the rules protocol. */
export const benefitJkkDeath: Rule = {
  id: 'benefit.jkk.death',
  about: { id: 'Manfaat JKK karena meninggal', en: 'JKK benefit for a death by a work accident' },
  answer(input) {
    const fields = readFields(input, ['date', ...EARNINGS]);
    return jkkDeath({ date: readDay(fields, 'date'), ...readEarnings(fields) });
  },
};

/** `benefit.jkk.disability` of the rules protocol: `losses` with a partial disability, and only there. */
export const benefitJkkDisability: Rule = {
  id: 'benefit.jkk.disability',
  about: {
    id: 'Manfaat JKK karena cacat total tetap atau cacat sebagian',
    en: 'JKK benefit for a total or partial permanent disability',
  },
  answer(input) {
    const fields = readFields(input, ['date', ...EARNINGS, 'extent', 'losses', 'leftHanded']);
    const accident = { date: readDay(fields, 'date'), ...readEarnings(fields) };
    const extent = readRequiredWord(fields, 'extent', ['total', 'partial']);
    const leftHanded = readFlag(fields, 'leftHanded', false);
    if (extent === 'partial') {
      const losses = readList(fields, 'losses', 1).map(({ item, path }) => readLoss(item, path));
      return disability({ ...accident, extent, losses, leftHanded });
    }
    if (has(fields, 'losses')) throw new LawError('input.combination', 'losses');
    return disability({ ...accident, extent });
  },
};

/** `benefit.jkk.stmb` of the rules protocol; `months` may be 0 only beside `days`. */
export const benefitJkkStmb: Rule = {
  id: 'benefit.jkk.stmb',
  about: { id: 'Santunan sementara tidak mampu bekerja', en: 'JKK benefit for a temporary incapacity' },
  answer(input) {
    const fields = readFields(input, ['date', ...EARNINGS, 'months', 'days']);
    const accident = { date: readDay(fields, 'date'), ...readEarnings(fields) };
    const days = has(fields, 'days') ? readCount(fields, 'days', { most: MOST_DAYS }) : 0;
    return temporaryIncapacity({
      ...accident,
      months: readCount(fields, 'months', { least: days > 0 ? 0 : 1 }),
      days,
    });
  },
};

/** `benefit.jkk.transport` of the rules protocol; a mode that is absent cost nothing. */
export const benefitJkkTransport: Rule = {
  id: 'benefit.jkk.transport',
  about: { id: 'Biaya angkutan JKK', en: 'JKK transport of an injured member' },
  answer(input) {
    const fields = readFields(input, ['date', 'land', 'sea', 'air']);
    const cost = (mode: string) => (has(fields, mode) ? readMoney(fields, mode) : rupiah(0));
    return accidentTransport({
      date: readDay(fields, 'date'),
      land: cost('land'),
      sea: cost('sea'),
      air: cost('air'),
    });
  },
};

function readLoss(item: unknown, path: string): Loss {
  const fields = readFields(item, ['row', 'units', 'percent', 'functionLossPercent'], path);
  return {
    row: readRequiredWord(fields, 'row', ROWS),
    units: has(fields, 'units') ? readCount(fields, 'units', { least: 1 }) : 1,
    ...(has(fields, 'percent') && { percent: readPercent(fields, 'percent') }),
    ...(has(fields, 'functionLossPercent') && { functionLoss: readFunctionLoss(fields) }),
  };
}

function readFunctionLoss(fields: Fields) {
  const share = readPercent(fields, 'functionLossPercent');
  // More than the whole function cannot be lost.
  if (share > percent('100')) throw new LawError('input.range', `${fields.prefix}functionLossPercent`);
  return share;
}
