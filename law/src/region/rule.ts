import type { Payer } from '../bpu/relief.ts';
import { LawError } from '../engine/error.ts';
import {
  type Fields,
  has,
  OBJECT,
  readCount,
  readDay,
  readFields,
  readFlag,
  readList,
  readMoney,
  readMonth,
  readRequiredWord,
} from '../engine/input.ts';
import type { Rule } from '../engine/run.ts';
import { notAfter } from '../engine/text.ts';
import { BODIES, REGISTERS, readArea, readLocalRule, readText } from './read-local-rule.ts';
import { villageBody } from './village-body.ts';
import { vulnerableWorker } from './vulnerable.ts';
import type { Listing, VulnerablePerson } from './vulnerable-criteria.ts';

const PAYERS: readonly Payer[] = ['self', 'government', 'other'];
const FACTS: readonly (keyof VulnerablePerson)[] = [
  'birthDate',
  'hasEmployer',
  'hasRoutineIncome',
  'income',
  'listings',
  'occupation',
  'area',
];
const DECILES = 10;

/** `membership.vulnerable` of the rules protocol. */
export const membershipVulnerable: Rule = {
  id: 'membership.vulnerable',
  about: {
    id: 'Apakah seseorang pekerja rentan menurut aturan daerah',
    en: 'Whether a person is a vulnerable worker under a local rule',
  },
  answer(input) {
    const fields = readFields(input, ['date', 'person', 'localRule']);
    const date = readDay(fields, 'date');
    if (!has(fields, 'person')) throw new LawError('input.missing', 'person', { accepted: OBJECT });
    const person = readPerson(fields.values.get('person'), 'person');
    if (person.birthDate !== undefined && person.birthDate > date)
      throw new LawError('input.combination', 'person.birthDate', { accepted: notAfter(date) });
    const localRule = readLocalRule(fields, 'localRule');
    return vulnerableWorker({ date, person, ...(localRule !== undefined && { localRule }) });
  },
};

/** `membership.villageBody` of the rules protocol. */
export const membershipVillageBody: Rule = {
  id: 'membership.villageBody',
  about: {
    id: 'Segmen dan iuran kepala desa, perangkat desa, BPD, dan lembaga desa',
    en: 'Segment and contribution of village heads, officials, councils and institutions',
  },
  answer(input) {
    const fields = readFields(input, ['body', 'month', 'wage', 'payer', 'localRule']);
    const body = readRequiredWord(fields, 'body', BODIES);
    const month = readMonth(fields, 'month');
    const localRule = readLocalRule(fields, 'localRule');
    return villageBody({
      body,
      month,
      ...(has(fields, 'wage') && { wage: readMoney(fields, 'wage', 1) }),
      ...(has(fields, 'payer') && { payer: readRequiredWord(fields, 'payer', PAYERS) }),
      ...(localRule !== undefined && { localRule }),
    });
  },
};

function readPerson(value: unknown, path: string): VulnerablePerson {
  const fields = readFields(value, FACTS, path);
  const flag = (name: 'hasEmployer' | 'hasRoutineIncome') =>
    has(fields, name) ? { [name]: readFlag(fields, name, false) } : {};
  return {
    ...(has(fields, 'birthDate') && { birthDate: readDay(fields, 'birthDate') }),
    ...flag('hasEmployer'),
    ...flag('hasRoutineIncome'),
    ...(has(fields, 'income') && { income: readMoney(fields, 'income') }),
    ...(has(fields, 'listings') && { listings: readListings(fields) }),
    ...(has(fields, 'occupation') && { occupation: readText(fields, 'occupation') }),
    ...(has(fields, 'area') && { area: readArea(fields, 'area') }),
  };
}

function readListings(person: Fields): readonly Listing[] {
  return readList(person, 'listings').map(({ item, path }) => {
    const fields = readFields(item, ['register', 'decile'], path);
    return {
      register: readRequiredWord(fields, 'register', REGISTERS),
      ...(has(fields, 'decile') && { decile: readCount(fields, 'decile', { least: 1, most: DECILES }) }),
    };
  });
}
