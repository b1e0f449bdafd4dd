/** Why a file as a whole cannot be read as a roster. Each code has a text in the message catalogues. */
export type FileProblemCode =
  | 'file.empty'
  | 'file.tooLarge'
  | 'file.notSpreadsheet'
  | 'file.oldExcel'
  | 'file.encrypted'
  | 'file.truncated'
  | 'file.damaged'
  | 'file.bomb'
  | 'file.tooWide'
  | 'file.unclosedQuote'
  | 'file.noHeader'
  | 'file.columnDouble' // { sheet, field, columns }: several columns could be meant
  | 'file.columnMissing' // { sheet, field, accepted }: every row failed for want of a column
  | 'file.tooSlow'
  | 'file.tooMuchMemory';

/** What a message needs to name the place: sizes in bytes, sheet and cell as the user sees them. */
export type Facts = Readonly<Record<string, string | number>>;

/** A file that cannot be read at all: nothing of it was used, and the code and facts say why. */
export class FileProblem extends Error {
  readonly code: FileProblemCode;
  readonly facts: Facts;

  constructor(code: FileProblemCode, facts: Facts = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(facts)}`, options);
    this.name = 'FileProblem';
    this.code = code;
    this.facts = facts;
  }
}
