import type { ReactNode } from 'react';

/** good: done · wait: somebody must act · bad: stopped · quiet: neither · link: under way */
export type Tone = 'good' | 'wait' | 'bad' | 'quiet' | 'link';

/** A state in words, with a colour that repeats them. */
export function Mark(props: { readonly tone: Tone; readonly children: ReactNode }) {
  return <span className={`mark mark-${props.tone}`}>{props.children}</span>;
}
