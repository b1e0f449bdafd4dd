import { type BackupProblemCode, backupProblemTexts } from './problem-texts.ts';

/** What a problem speaks of: paths, names of parts, key ids; never contents. */
export type BackupProblemFacts = Readonly<Record<string, string | number>>;

/** A backup cannot be made or restored, and an operator can do something about it. Nothing was changed. */
export class BackupProblem extends Error {
  readonly code: BackupProblemCode;
  readonly facts: BackupProblemFacts;

  constructor(code: BackupProblemCode, facts: BackupProblemFacts = {}) {
    super(fill(backupProblemTexts[code].en, facts));
    this.name = 'BackupProblem';
    this.code = code;
    this.facts = facts;
  }
}

/** The operator's message in Indonesian or English: what happened, where, and the remedy. */
export function backupProblemText(problem: BackupProblem, language: 'id' | 'en'): string {
  return fill(backupProblemTexts[problem.code][language], problem.facts);
}

const fill = (text: string, facts: BackupProblemFacts) =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
