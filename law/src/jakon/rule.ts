import { LawError } from '../engine/error.ts';
import { type Fields, has, readFields, readMoney, readMonth, readPercent } from '../engine/input.ts';
import type { Rule } from '../engine/run.ts';
import { onlyOneText } from '../engine/text.ts';
import { type JakonBasis, jakonContribution } from './contribution.ts';

const BASES = ['wage', 'contractValue', 'priceIncludingVat'] as const;

/** `contribution.jakon` of the rules protocol: exactly one of a wage, a contract value and a price with VAT. */
export const contributionJakon: Rule = {
  id: 'contribution.jakon',
  about: {
    id: 'Iuran jasa konstruksi menurut upah atau nilai kontrak',
    en: 'Contribution of construction work by wage or contract value',
  },
  answer(input) {
    const fields = readFields(input, ['month', 'vatPercent', ...BASES]);
    return jakonContribution(readBasis(fields), readMonth(fields, 'month'));
  },
};

function readBasis(fields: Fields): JakonBasis {
  const [base, other] = BASES.filter((name) => has(fields, name));
  if (base === undefined)
    throw new LawError('input.missing', 'contractValue', { accepted: onlyOneText(BASES) });
  if (other !== undefined) throw new LawError('input.combination', other, { accepted: onlyOneText(BASES) });
  if (base === 'priceIncludingVat') {
    return { priceIncludingVat: readMoney(fields, base, 1), vat: readPercent(fields, 'vatPercent') };
  }
  // The schema lets a percentage stand beside the other two. Checked for its form, it changes nothing.
  if (has(fields, 'vatPercent')) readPercent(fields, 'vatPercent');
  const amount = readMoney(fields, base, 1);
  return base === 'wage' ? { wage: amount } : { contractValue: amount };
}
