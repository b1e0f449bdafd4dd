import { type Rupiah, rupiah, sum } from '@payung/kernel';
import type { Explanation } from '../engine/explain.ts';
import { periodOn } from '../engine/parameter.ts';
import type { Text } from '../engine/text.ts';
import { isDoubtful, unsettledDayText } from '../engine/unsettled-day.ts';
import { PERMENAKER_1_2025_DAY } from '../register/permenaker-1-2025.ts';
import { type Conditions, childRequirements, conditionsSource } from './child.ts';
import { type Claim, type Judged, type Terms, totalOf } from './judge.ts';
import { ageLimit, monthsAtWork } from './parameters.ts';
import * as texts from './texts.ts';
import { yearsByGrants } from './years.ts';

/**
 * Records what is open about a scholarship that is not refused for the member: the day of Permenaker 1/2025, years beyond
 * the age limit, the choice of children, and the conditions of the old law.
 */
export function noteOpenQuestions(
  x: Explanation,
  claim: Claim,
  terms: Terms,
  judged: readonly Judged[],
  total: Rupiah,
): void {
  const note = (id: string, text: (otherwise: Rupiah) => Text, otherwise: Rupiah) =>
    x.uncertainty({ id, text: text(otherwise), changesResult: otherwise !== total, otherwise });

  if (isDoubtful(PERMENAKER_1_2025_DAY, claim.asOf) && claim.children.some(({ work }) => work !== 'none')) {
    const otherwise = totalUnderOtherDay(claim, terms);
    x.uncertainty({
      id: 'scholarship.permenaker_1_2025_day',
      text: unsettledDayText(PERMENAKER_1_2025_DAY, otherwise, texts.dependsOnWork),
      changesResult: otherwise !== total,
      otherwise,
    });
  }
  if (terms.once !== undefined) {
    if (total === 0 && judged.length > 0)
      note('scholarship.old_conditions', texts.oldConditionsUncertain, terms.once);
    return;
  }
  const paid = judged.filter(({ own }) => own.length === 0).flatMap(({ years }) => years);
  const cut = totalOf(paid.filter(({ isPastAge }) => isPastAge !== true));
  if (cut !== total) note('scholarship.age_cut', texts.cutUncertain, cut);
  const most = mostOf(
    judged.filter(({ meetsConditions }) => meetsConditions),
    terms.most,
  );
  if (most !== total) note('scholarship.choice', texts.choiceUncertain, most);
}

/** What would be paid if Permenaker 1/2025 took effect on the other side of the claim; null if that cannot be told. */
function totalUnderOtherDay({ date, asOf, children }: Claim, terms: Terms): Rupiah | null {
  const isInForce = periodOn(monthsAtWork, asOf) !== undefined;
  // Before the placeholder the months of work need not be given, and the later law cannot be applied without them.
  const isUnknown = children.some(({ work, workMonths }) => work === 'PU' && workMonths === undefined);
  const limit = periodOn(ageLimit, asOf)?.value;
  if (limit === undefined || (isUnknown && !isInForce)) return null;
  const other = isInForce ? undefined : monthsAtWork.periods[0]?.value;
  const conditions: Conditions = { asOf, ageLimit: limit, monthsAtWork: other, ...conditionsSource(date) };
  const eligible = children.filter((child, index) =>
    childRequirements(child, conditions, `children.${index}`).every(({ isMet }) => isMet),
  );
  if (terms.once !== undefined) return eligible.length === 0 ? rupiah(0) : terms.once;
  const { grants, most } = terms;
  return totalOf(eligible.slice(0, most).flatMap((child) => yearsByGrants(grants, child, asOf)));
}

function mostOf(eligible: readonly Judged[], children: number): Rupiah {
  const amounts = eligible.map(({ years }) => totalOf(years)).sort((a, b) => b - a);
  return sum(amounts.slice(0, children));
}
