import type { SelectionCandidate } from '../../app/api.ts';

/** Parts of the people of a village, in the order of the work: to assess, to put on the list, on it, not to be put on it. */
export const candidateViews = ['open', 'eligible', 'listed', 'excluded', 'all'] as const;
export type CandidateView = (typeof candidateViews)[number];

type Judged = Pick<SelectionCandidate, 'personId' | 'verdict'>;

/** The part in which somebody is. Who is on the list is there, whatever was found since. */
export function viewOf(one: Judged, listed: ReadonlySet<string>): Exclude<CandidateView, 'all'> {
  return listed.has(one.personId) ? 'listed' : one.verdict;
}

/** The part with the next thing to do: whoever is not assessed, then who may be put on the list, then who is on it, then why nobody can be. */
export function nextView(candidates: readonly Judged[], listed: ReadonlySet<string>): CandidateView {
  const present = new Set(candidates.map((one) => viewOf(one, listed)));
  return candidateViews.find((view) => view !== 'all' && present.has(view)) ?? 'all';
}
