import { OperatorProblem, type ProblemFacts } from '#platform/problem';
import { type BackupProblemCode, backupProblemTexts } from './problem-texts.ts';

/** A backup cannot be made or restored. Nothing was changed. */
export class BackupProblem extends OperatorProblem<BackupProblemCode> {
  constructor(code: BackupProblemCode, facts: ProblemFacts = {}) {
    super(backupProblemTexts, code, facts);
    this.name = 'BackupProblem';
  }
}
