import { contributionQuestions } from './contribution-questions.ts';
import { injuryAndDeathQuestions } from './injury-and-death-questions.ts';
import { oldAgeQuestions } from './old-age-questions.ts';
import type { OpenQuestion } from './open-question.ts';
import { procedureQuestions } from './procedure-questions.ts';

const ALL: readonly OpenQuestion[] = [
  ...contributionQuestions,
  ...injuryAndDeathQuestions,
  ...oldAgeQuestions,
  ...procedureQuestions,
].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Every question of law that is open, in the order of their ids. An id that was settled is not used again. */
export function listOpenQuestions(): readonly OpenQuestion[] {
  return ALL;
}

/** The question that an explanation shows under this id of an uncertainty; undefined if none is listed. */
export function findOpenQuestion(uncertainty: string): OpenQuestion | undefined {
  return ALL.find(({ uncertainties }) => uncertainties.includes(uncertainty));
}
