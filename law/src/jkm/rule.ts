import {
  has,
  readCount,
  readDay,
  readFields,
  readFlag,
  readMoney,
  readRequiredWord,
  readWord,
} from '../engine/input.ts';
import type { Rule } from '../engine/run.ts';
import { type JkmInput, type JkmSegment, jkmBenefit } from './benefit.ts';
import { lateCompensation } from './late-compensation.ts';

/** The segments that have JKM, as the rule takes them. */
export const SEGMENTS: readonly JkmSegment[] = ['PU', 'BPU', 'JAKON'];
/** The causes of death that the rule tells apart. */
export const CAUSES: readonly JkmInput['cause'][] = ['other', 'workAccident'];

/** `benefit.jkm` of the rules protocol. */
export const benefitJkm: Rule = {
  id: 'benefit.jkm',
  about: {
    id: 'Santunan kematian, santunan berkala, dan biaya pemakaman JKM',
    en: 'Death grant, periodic benefit and funeral of JKM',
  },
  answer(input) {
    const fields = readFields(input, [
      'date',
      'segment',
      'membershipMonths',
      'memberships',
      'cause',
      'active',
    ]);
    return jkmBenefit({
      date: readDay(fields, 'date'),
      segment: readRequiredWord(fields, 'segment', SEGMENTS),
      ...(has(fields, 'membershipMonths') && { membershipMonths: readCount(fields, 'membershipMonths') }),
      memberships: has(fields, 'memberships') ? readCount(fields, 'memberships', { least: 1 }) : 1,
      cause: readWord(fields, 'cause', CAUSES, 'other'),
      active: readFlag(fields, 'active', true),
    });
  },
};

/** `claim.lateCompensation` of the rules protocol. */
export const claimLateCompensation: Rule = {
  id: 'claim.lateCompensation',
  about: {
    id: 'Ganti rugi atas manfaat yang terlambat dibayar',
    en: 'Compensation for a benefit that is paid late',
  },
  answer(input) {
    const fields = readFields(input, ['benefit', 'daysLate']);
    return lateCompensation({
      benefit: readMoney(fields, 'benefit'),
      daysLate: readCount(fields, 'daysLate'),
    });
  },
};
