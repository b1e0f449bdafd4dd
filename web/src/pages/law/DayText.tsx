import { useFormats } from '../../ui/format.ts';

/** A day on one line. */
export function DayText(props: { readonly day: string | null }) {
  const format = useFormats();
  return <span className="one-line">{format.day(props.day)}</span>;
}
