import type { MonthCell, Protection } from './month-strip.ts';

/** The words of the strip. */
interface StripWords {
  readonly label: string;
  /** A short word in the cell. */
  readonly short: Readonly<Record<Protection, string>>;
  /** The whole word, for the title of the cell. */
  readonly long: Readonly<Record<Protection, string>>;
  /** A month by name. */
  month(value: string): string;
}

/** Months side by side: paid, tolerated or none, told apart by a word and by the border as well as by colour. */
export function MonthStrip(props: { readonly cells: readonly MonthCell[]; readonly words: StripWords }) {
  const { words } = props;
  return (
    <ol className="months" aria-label={words.label}>
      {props.cells.map(({ month, protection }) => (
        <li key={month} className={protection} title={`${words.month(month)}: ${words.long[protection]}`}>
          {month.slice(5)}/{month.slice(2, 4)}
          <br />
          {words.short[protection]}
        </li>
      ))}
    </ol>
  );
}
