import type { Language } from '@payung/kernel';
import type { TraceNode } from './explain.ts';
import type { Citation, Confidence } from './parameter.ts';
import type { Text } from './text.ts';

/** One line of an explanation as people read it; `depth` 0 is the result. */
export type TraceLine = { readonly depth: number; readonly kind: TraceNode['kind']; readonly text: string };

const CONFIDENCE: Readonly<Record<Confidence, Text | undefined>> = {
  quoted: undefined,
  derived: undefined,
  secondary: { id: 'dibaca dari salinan pihak lain', en: "read in others' transcription" },
  known: { id: 'belum dicocokkan dengan naskah', en: 'not compared with the text' },
  inferred: { id: 'disimpulkan dari contoh', en: 'inferred from examples' },
  convention: { id: 'konvensi kami', en: 'our convention' },
};

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
      const note = CONFIDENCE[trace.confidence]?.[language];
      return [{ ...line, text: `${text} ${basis(trace.citation, note)}`.trimEnd() }];
    }
  }
}

function basis(citation: Citation | undefined, note: string | undefined): string {
  const place = [citation?.law, citation?.article].filter((part) => part !== undefined).join(' ');
  const said = [place, note ?? ''].filter((part) => part !== '');
  return said.length === 0 ? '' : `[${said.join('; ')}]`;
}
