import { type Day, rupiah } from '@payung/kernel';
import { LawError } from '../engine/error.ts';
import {
  type Fields,
  has,
  readDay,
  readFields,
  readFlag,
  readList,
  readMoney,
  readRequiredWord,
  readWord,
} from '../engine/input.ts';
import type { Rule } from '../engine/run.ts';
import { heirs } from './heirs.ts';
import type { Guardian, HeirsInput, InheritedProgramme, Relative } from './heirs-model.ts';
import type { Kinship } from './heirs-parameters.ts';

const PROGRAMMES: readonly InheritedProgramme[] = ['JKK', 'JKM', 'JHT'];
const KINSHIPS: readonly Kinship[] = [
  'spouse',
  'child',
  'parent',
  'grandchild',
  'grandparent',
  'sibling',
  'parentInLaw',
  'other',
];
// Of these a minor is common: whether a guardian is needed cannot be said without the day of birth.
const OF_ANY_AGE: readonly Kinship[] = ['child', 'grandchild', 'sibling', 'other'];
const GUARDIANS: readonly Guardian[] = ['parent', 'appointed', 'none'];
const BURIED_BY: readonly HeirsInput['buriedBy'][] = ['employer', 'otherParty'];

/** `claim.heirs` of the rules protocol. */
export const claimHeirs: Rule = {
  id: 'claim.heirs',
  about: { id: 'Ahli waris yang dibayar dan bagiannya', en: 'The heirs who are paid, and their parts' },
  answer(input) {
    const fields = readFields(input, [
      'date',
      'asOf',
      'programme',
      'amount',
      'funeral',
      'relatives',
      'will',
      'buriedBy',
    ]);
    const date = readDay(fields, 'date');
    const asOf = has(fields, 'asOf') ? readDay(fields, 'asOf') : date;
    if (asOf < date) throw contradiction('asOf', asOf, { id: `mulai ${date}`, en: `from ${date}` });
    const programme = readRequiredWord(fields, 'programme', PROGRAMMES);
    if (programme === 'JHT' && has(fields, 'funeral')) {
      throw new LawError('input.combination', 'funeral', {
        accepted: { id: 'tidak ada untuk JHT', en: 'absent for JHT' },
      });
    }
    return heirs({
      date,
      asOf,
      programme,
      amount: readMoney(fields, 'amount'),
      ...(programme !== 'JHT' && {
        funeral: has(fields, 'funeral') ? readMoney(fields, 'funeral') : rupiah(0),
      }),
      relatives: has(fields, 'relatives')
        ? readList(fields, 'relatives').map(({ item, path }) => readRelative(item, path, asOf))
        : [],
      ...(has(fields, 'will') && { will: readWill(fields.values.get('will'), asOf) }),
      buriedBy: readWord(fields, 'buriedBy', BURIED_BY, 'otherParty'),
    });
  },
};

function readRelative(item: unknown, path: string, asOf: Day): Relative {
  const fields = readFields(
    item,
    ['relation', 'birthDate', 'alive', 'married', 'guardian', 'courtDetermination'],
    path,
  );
  const kinship = readRequiredWord(fields, 'relation', KINSHIPS);
  const isAlive = readFlag(fields, 'alive', true);
  const needsBirth = isAlive && OF_ANY_AGE.includes(kinship);
  const hasDetermination = readFlag(fields, 'courtDetermination', false);
  if (hasDetermination && kinship !== 'other') {
    throw contradiction(`${path}.courtDetermination`, kinship, {
      id: 'hanya bersama relation other',
      en: 'only with relation other',
    });
  }
  return {
    kinship,
    isAlive,
    ...((needsBirth || has(fields, 'birthDate')) && { birthDate: readBirth(fields, asOf) }),
    isMarried: readFlag(fields, 'married', false),
    ...(has(fields, 'guardian') && { guardian: readRequiredWord(fields, 'guardian', GUARDIANS) }),
    hasDetermination,
  };
}

function readWill(value: unknown, asOf: Day): NonNullable<HeirsInput['will']> {
  const fields = readFields(value, ['notarial', 'birthDate'], 'will');
  if (!has(fields, 'notarial')) {
    throw new LawError('input.missing', 'will.notarial', {
      accepted: { id: 'true atau false', en: 'true or false' },
    });
  }
  return {
    isNotarial: readFlag(fields, 'notarial', false),
    ...(has(fields, 'birthDate') && { birthDate: readBirth(fields, asOf) }),
  };
}

function readBirth(fields: Fields, asOf: Day): Day {
  const birthDate = readDay(fields, 'birthDate');
  if (birthDate <= asOf) return birthDate;
  throw contradiction(`${fields.prefix}birthDate`, birthDate, {
    id: `paling lambat ${asOf}`,
    en: `not after ${asOf}`,
  });
}

function contradiction(path: string, came: string, accepted: { id: string; en: string }): LawError {
  return new LawError('input.combination', path, { came, accepted });
}
