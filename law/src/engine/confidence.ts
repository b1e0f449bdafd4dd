import type { Confidence } from './parameter.ts';
import type { Text } from './text.ts';

/** The words for each way of knowing. No gazette itself was opened, so that none says more than a source. */
export const CONFIDENCES = {
  quoted: { id: 'dibaca di sumber', en: 'read in a source' },
  secondary: { id: 'dari tangan kedua', en: 'second-hand' },
  derived: { id: 'hasil hitungan', en: 'computed' },
  known: { id: 'naskah belum dibaca', en: 'text not read' },
  inferred: { id: 'disimpulkan', en: 'inferred' },
  convention: { id: 'pilihan kami', en: 'our choice' },
} as const satisfies Readonly<Record<Confidence, Text>>;

/** How we know something, in a few words: `read in a source`. */
export function confidenceText(confidence: Confidence): Text {
  return CONFIDENCES[confidence];
}
