import { OperatorProblem, type ProblemFacts } from '#platform/problem';
import { type ProblemCode, problemTexts } from './problem-texts.ts';

/** Something is wrong with the database or its installation. */
export class DatabaseProblem extends OperatorProblem<ProblemCode> {
  constructor(code: ProblemCode, facts: ProblemFacts = {}, cause?: unknown) {
    super(problemTexts, code, facts, cause);
    this.name = 'DatabaseProblem';
  }
}
