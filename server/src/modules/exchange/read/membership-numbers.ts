import { type ClassifiedRow, cellText, type SheetReading } from '#rosters';

/** Share of the cells below a heading that must look like membership numbers. */
const mostOf = 0.6;

/**
 * Notices columns that hold membership numbers of BPJS (KPJ): by their heading, or, where that is not one we know, by eleven
 * digits below it. Nothing of such a column is kept; this says so by its heading.
 */
export class MembershipNumbers {
  readonly #byHeading = new Set<string>();
  readonly #unknown = new Map<string, { readonly header: string; filled: number; numbers: number }>();

  add(sheets: readonly SheetReading[], rows: readonly ClassifiedRow[]): void {
    const layouts = sheets.flatMap(({ layout }) => (layout === undefined ? [] : [layout]));
    for (const { sheet, recognised, unrecognised } of layouts) {
      for (const { field, header } of recognised) if (field === 'kpj') this.#byHeading.add(header);
      for (const { column, header } of unrecognised) {
        this.#unknown.set(`${sheet}:${column}`, { header, filled: 0, numbers: 0 });
      }
    }
    for (const { kind, raw } of rows) {
      if (kind !== 'person') continue;
      for (const [column, cell] of raw.cells.entries()) {
        const seen = this.#unknown.get(`${raw.sheet}:${column}`);
        const text = cellText(cell);
        if (seen === undefined || text === '') continue;
        seen.filled += 1;
        if (/^\d{11}$/.test(text.replace(/[\s.-]/g, ''))) seen.numbers += 1;
      }
    }
  }

  /** The headings of the columns noticed. */
  headings(): string[] {
    const byContent = [...this.#unknown.values()]
      .filter(({ filled, numbers }) => filled > 0 && numbers >= filled * mostOf)
      .map(({ header }) => header);
    return [...new Set([...this.#byHeading, ...byContent])];
  }
}
