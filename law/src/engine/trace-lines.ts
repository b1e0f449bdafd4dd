import type { Language } from '@payung/kernel';
import { confidenceText } from './confidence.ts';
import type { TraceNode } from './explain.ts';
import type { Citation, Confidence } from './parameter.ts';
import type { Text } from './text.ts';

/** One line of an explanation as people read it; `depth` 0 is the result. */
export type TraceLine = { readonly depth: number; readonly kind: TraceNode['kind']; readonly text: string };

/** What needs no remark: what was read, and arithmetic. */
const SURE: ReadonlySet<Confidence> = new Set(['quoted', 'derived']);

const OPEN: Text = { id: 'BELUM PASTI', en: 'NOT SETTLED' };

/** An explanation as indented lines, with the articles and whatever is less certain than a text that was read. */
export function traceLines(trace: TraceNode, language: Language, depth = 0): TraceLine[] {
  const line = { depth, kind: trace.kind };
  const text = trace.text[language];
  switch (trace.kind) {
    case 'uncertainty':
      return [{ ...line, text: `${OPEN[language]}: ${text}` }];
    case 'result': {
      const marked = trace.settled ? text : `${text} (${OPEN[language]})`;
      const parts = trace.parts.flatMap((part) => traceLines(part, language, depth + 1));
      return [{ ...line, text: `${marked} ${basis(trace.citation, undefined)}` }, ...parts];
    }
    default: {
      const note = SURE.has(trace.confidence) ? undefined : confidenceText(trace.confidence)[language];
      return [{ ...line, text: `${text} ${basis(trace.citation, note)}`.trimEnd() }];
    }
  }
}

function basis(citation: Citation | undefined, note: string | undefined): string {
  const place = [citation?.law, citation?.article].filter((part) => part !== undefined).join(' ');
  const said = [place, note ?? ''].filter((part) => part !== '');
  return said.length === 0 ? '' : `[${said.join('; ')}]`;
}
