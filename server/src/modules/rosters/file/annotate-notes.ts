import type { Language } from '@payung/kernel';
import type { RowNote } from './annotate-sheet.ts';
import type { Tone } from './annotate-styles.ts';
import { ANNOTATE_TEXTS, VERDICTS, type Verdict } from './annotate-texts.ts';

/** Something to say about one row, in the reader's language. */
export type Finding = Readonly<{
  /** Name of the tab; '' for CSV. */
  sheet: string;
  /** 1-based. */
  row: number;
  /** The offending cell, 0 for A; absent when the row as a whole is meant. */
  column?: number;
  verdict: Verdict;
  reason: string;
  remedy: string;
}>;

const TONES: Readonly<Record<Verdict, Tone | undefined>> = {
  ignored: undefined,
  known: 'good',
  new: 'good',
  doubtful: 'neutral',
  refused: 'bad',
};

/** What is said of the rows of a sheet, and how many have which verdict. */
export type SheetVerdicts = Readonly<{ rows: Map<number, RowNote>; verdicts: ReadonlyMap<Verdict, number> }>;

/** What is said of a row. A million rows share the few things that are said of most of them. */
type Said = Omit<Finding, 'sheet' | 'row'>;

/** Findings gathered by sheet and row: the worst verdict, every reason and remedy, every cell. */
export async function rowNotes(
  findings: Iterable<Finding> | AsyncIterable<Finding>,
  language: Language,
  onlySheet: string | undefined,
): Promise<Map<string, SheetVerdicts>> {
  const shared = new Map<string, readonly Said[]>();
  const grouped = new Map<string, Map<number, readonly Said[]>>();
  for await (const finding of findings) {
    const sheet = onlySheet ?? finding.sheet;
    const rows = grouped.get(sheet) ?? new Map<number, readonly Said[]>();
    grouped.set(sheet, rows);
    const before = rows.get(finding.row);
    const said = sharedSaid(shared, finding);
    rows.set(finding.row, before === undefined ? said : [...before, ...said]);
  }
  return new Map(
    [...grouped].map(([sheet, byRow]) => {
      const notes = new Map<readonly Said[], RowNote>();
      const rows = new Map<number, RowNote>();
      const verdicts = new Map<Verdict, number>();
      for (const [row, list] of byRow) {
        const verdict = worst(list);
        verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
        const note = notes.get(list) ?? noteOf(list, verdict, language);
        notes.set(list, note);
        rows.set(row, note);
        byRow.delete(row);
      }
      return [sheet, { rows, verdicts }] as const;
    }),
  );
}

/** More different things than this are said of single rows: sharing them saves nothing. */
const mostShared = 20_000;

function sharedSaid(
  shared: Map<string, readonly Said[]>,
  { sheet: _, row: __, ...said }: Finding,
): readonly Said[] {
  const key = `${said.verdict}|${said.column ?? ''}|${said.reason}|${said.remedy}`;
  const known = shared.get(key);
  if (known !== undefined) return known;
  const list = [said];
  if (shared.size < mostShared) shared.set(key, list);
  return list;
}

function noteOf(list: readonly Said[], verdict: Verdict, language: Language): RowNote {
  const joined = (texts: readonly string[]) => texts.filter((text) => text !== '').join('; ');
  const tone = TONES[verdict];
  return {
    texts: [
      ANNOTATE_TEXTS[language].verdicts[verdict],
      joined(list.map(({ reason }) => reason)),
      joined(list.map(({ remedy }) => remedy)),
    ],
    ...(tone === undefined ? {} : { tone }),
    cells: list.flatMap(({ column }) => (column === undefined ? [] : [column])),
  };
}

function worst(findings: readonly Said[]): Verdict {
  const ranks = findings.map(({ verdict }) => VERDICTS.indexOf(verdict));
  return VERDICTS[Math.max(...ranks)] ?? 'ignored';
}
