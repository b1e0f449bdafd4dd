import {
  type Fields,
  has,
  readCount,
  readDay,
  readFields,
  readFlag,
  readList,
  readRequiredWord,
  readWord,
} from '../engine/input.ts';
import type { Rule } from '../engine/run.ts';
import { type ScholarshipTrigger, scholarship } from './benefit.ts';
import type { Child, ChildWork, Schooling } from './child.ts';

const TRIGGERS: readonly ScholarshipTrigger[] = ['jkkDeath', 'jkkTotalDisability', 'jkmDeath'];
const LEVELS: readonly Schooling['level'][] = ['belowSchool', 'TK', 'SD', 'SMP', 'SMA', 'PT'];
const WORK: readonly ChildWork[] = ['none', 'PU', 'BPU', 'internship'];

/** `benefit.scholarship` of the rules protocol. */
export const benefitScholarship: Rule = {
  id: 'benefit.scholarship',
  about: {
    id: 'Beasiswa pendidikan anak: jumlah tahun ini dan proyeksi seluruhnya',
    en: "Scholarships of a member's children: this year's amount and the projected total",
  },
  answer(input) {
    const fields = readFields(input, ['trigger', 'date', 'asOf', 'contributionMonths', 'children']);
    const date = readDay(fields, 'date');
    return scholarship({
      trigger: readRequiredWord(fields, 'trigger', TRIGGERS),
      date,
      asOf: has(fields, 'asOf') ? readDay(fields, 'asOf') : date,
      ...(has(fields, 'contributionMonths') && {
        contributionMonths: readCount(fields, 'contributionMonths'),
      }),
      children: readChildren(fields),
    });
  },
};

/**
 * The required list `children` of a request, which may be empty. Years left below school age have no meaning and are only
 * read; more of them than a level has are found by `checkChildren`.
 *
 * @throws LawError as the readers do, with paths such as `children.0.level`
 */
export function readChildren(fields: Fields): readonly Child[] {
  return readList(fields, 'children').map(({ item, path }) => readChild(item, path));
}

function readChild(item: unknown, path: string): Child {
  const fields = readFields(item, ['level', 'yearsLeft', 'birthDate', 'married', 'work', 'workMonths'], path);
  return {
    ...readSchooling(fields),
    ...(has(fields, 'birthDate') && { birthDate: readDay(fields, 'birthDate') }),
    married: readFlag(fields, 'married', false),
    work: readWord(fields, 'work', WORK, 'none'),
    ...(has(fields, 'workMonths') && { workMonths: readCount(fields, 'workMonths') }),
  };
}

function readSchooling(fields: Fields): Schooling {
  const level = readRequiredWord(fields, 'level', LEVELS);
  if (level !== 'belowSchool') return { level, yearsLeft: readCount(fields, 'yearsLeft', { least: 1 }) };
  if (has(fields, 'yearsLeft')) readCount(fields, 'yearsLeft', { least: 1 });
  return { level };
}
