import { readCount, readDay, readFields, readRequiredWord } from '../engine/input.ts';
import type { Rule } from '../engine/run.ts';
import { pmiContribution, type Route } from './contribution.ts';

const ROUTES: readonly Route[] = ['placement', 'individual'];

/** `contribution.pmi` of the rules protocol. */
export const contributionPmi: Rule = {
  id: 'contribution.pmi',
  about: {
    id: 'Iuran pekerja migran menurut jalur dan lama kontrak',
    en: 'Contribution of migrant workers by route and length of contract',
  },
  answer(input) {
    const fields = readFields(input, ['route', 'months', 'date']);
    return pmiContribution({
      route: readRequiredWord(fields, 'route', ROUTES),
      months: readCount(fields, 'months', { least: 1 }),
      date: readDay(fields, 'date'),
    });
  },
};
