import { has, readDay, readFields, readRequiredWord } from '../engine/input.ts';
import type { Rule } from '../engine/run.ts';
import { readChildren } from '../scholarship/rule.ts';
import { type PmiEvent, pmiBenefit } from './benefit.ts';

const EVENTS: readonly PmiEvent[] = [
  'deathDuringWork',
  'deathAfterWork',
  'failedDeparture',
  'wrongPlacement',
  'rape',
];

/** `benefit.pmi` of the rules protocol. */
export const benefitPmi: Rule = {
  id: 'benefit.pmi',
  about: {
    id: 'Manfaat pekerja migran menurut kejadian, dengan beasiswa anak',
    en: 'Benefit of migrant workers by event, with scholarships',
  },
  answer(input) {
    const fields = readFields(input, ['event', 'date', 'children']);
    return pmiBenefit({
      event: readRequiredWord(fields, 'event', EVENTS),
      date: readDay(fields, 'date'),
      children: has(fields, 'children') ? readChildren(fields) : [],
    });
  },
};
