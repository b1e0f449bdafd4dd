import type { ComparisonModel } from './model.ts';
import type { Scale } from './weigh.ts';

/** What it weighs that two records are of two people: nothing else outweighs it. */
export const APART_WEIGHT = -60;

/** A comparison, by its place, that tells people apart unless one of the others agrees exactly. */
type Divider = { readonly at: number; readonly unless: readonly number[] };

/** The comparisons with `apartUnless`, as places in the list. */
export function dividersOf(comparisons: readonly ComparisonModel[]): readonly Divider[] {
  return comparisons.flatMap(({ apartUnless }, at) => {
    if (apartUnless === undefined) return [];
    return [{ at, unless: apartUnless.map((other) => comparisons.findIndex(({ name }) => name === other)) }];
  });
}

/** Whether two records are two people for what one comparison says, however much all others agree. */
export function isApart(
  scales: readonly Scale[],
  { at, unless }: Divider,
  left: number,
  right: number,
): boolean {
  const stands = (place: number): 'first' | 'last' | 'between' => {
    const ladder = scales[place]?.ladder;
    if (ladder === undefined) return 'between';
    const level = ladder.levelOf(ladder.field.left[left] ?? 0, ladder.field.right[right] ?? 0);
    return level === 0 ? 'first' : level === ladder.otherwise ? 'last' : 'between';
  };
  return stands(at) === 'last' && unless.every((place) => stands(place) !== 'first');
}
