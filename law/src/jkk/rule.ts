import { type Day, percent, percentText, type Rupiah, rupiah } from '@payung/kernel';
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
import { CARE_COSTS, medicalCare } from './care.ts';
import { jkkDeath } from './death.ts';
import { disability, type Loss } from './disability.ts';
import { homeCare } from './home-care.ts';
import { rehabilitation } from './rehabilitation.ts';
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
    if (has(fields, 'losses')) {
      const accepted = { id: 'hanya dengan extent partial', en: 'only with extent partial' };
      throw new LawError('input.combination', 'losses', { accepted });
    }
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
    return accidentTransport({
      date: readDay(fields, 'date'),
      land: readCost(fields, 'land'),
      sea: readCost(fields, 'sea'),
      air: readCost(fields, 'air'),
    });
  },
};

/** `benefit.jkk.care` of the rules protocol; `classOneCost` only beside `treatment`, `careDate` not before `date`. */
export const benefitJkkCare: Rule = {
  id: 'benefit.jkk.care',
  about: { id: 'Pelayanan kesehatan JKK', en: 'JKK medical care' },
  answer(input) {
    const fields = readFields(input, ['date', 'careDate', ...CARE_COSTS, 'classOneCost', 'abroad']);
    const date = readDay(fields, 'date');
    const careDate = readLaterDay(fields, 'careDate', date);
    const isAboveClassOne = has(fields, 'classOneCost');
    return medicalCare({
      date,
      careDate,
      treatment: isAboveClassOne ? readMoney(fields, 'treatment') : readCost(fields, 'treatment'),
      ...(isAboveClassOne && { classOneCost: readMoney(fields, 'classOneCost') }),
      diagnosis: readCost(fields, 'diagnosis'),
      dentures: readCost(fields, 'dentures'),
      hearingAid: readCost(fields, 'hearingAid'),
      glasses: readCost(fields, 'glasses'),
      abroad: readFlag(fields, 'abroad', false),
    });
  },
};

/** `benefit.jkk.homeCare` of the rules protocol; it begins on the day of the accident unless `from` says otherwise. */
export const benefitJkkHomeCare: Rule = {
  id: 'benefit.jkk.homeCare',
  about: { id: 'Perawatan di rumah JKK', en: 'JKK home care' },
  answer(input) {
    const fields = readFields(input, ['date', 'from', 'costs']);
    const date = readDay(fields, 'date');
    const from = readLaterDay(fields, 'from', date);
    return homeCare({ date, from, costs: readCosts(fields, 'costs') });
  },
};

/** `benefit.jkk.rehabilitation` of the rules protocol; `deviceCost` only beside `referencePrice`. */
export const benefitJkkRehabilitation: Rule = {
  id: 'benefit.jkk.rehabilitation',
  about: { id: 'Rehabilitasi JKK', en: 'JKK rehabilitation' },
  answer(input) {
    const fields = readFields(input, ['date', 'referencePrice', 'deviceCost', 'medicalRehabilitation']);
    const date = readDay(fields, 'date');
    const isCostKnown = has(fields, 'deviceCost');
    return rehabilitation({
      date,
      referencePrice: isCostKnown ? readMoney(fields, 'referencePrice') : readCost(fields, 'referencePrice'),
      ...(isCostKnown && { deviceCost: readMoney(fields, 'deviceCost') }),
      medicalRehabilitation: readCost(fields, 'medicalRehabilitation'),
    });
  },
};

/** A day that is the day of the accident if it is absent, and not before it. */
function readLaterDay(fields: Fields, name: string, accident: Day): Day {
  if (!has(fields, name)) return accident;
  const later = readDay(fields, name);
  if (later >= accident) return later;
  const accepted = { id: `tidak sebelum ${accident}`, en: `not before ${accident}` };
  throw new LawError('input.combination', name, { accepted, came: later });
}

/** A required list of amounts, at least one. */
function readCosts(fields: Fields, name: string): readonly Rupiah[] {
  const list = readList(fields, name, 1);
  const values = new Map(list.map(({ item }, index) => [`${index}`, item]));
  return [...values.keys()].map((index) => readMoney({ values, prefix: `${fields.prefix}${name}.` }, index));
}

/** A cost that is Rp 0 if it is absent. */
function readCost(fields: Fields, name: string): Rupiah {
  return has(fields, name) ? readMoney(fields, name) : rupiah(0);
}

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
  if (share > percent('100')) {
    const accepted = { id: 'paling banyak "100"', en: 'at most "100"' };
    const came = percentText(share);
    throw new LawError('input.range', `${fields.prefix}functionLossPercent`, { accepted, came });
  }
  return share;
}
