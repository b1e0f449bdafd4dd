import { LawError } from '../engine/error.ts';
import { readFields, readRequiredWord, readWord, readWords } from '../engine/input.ts';
import type { Rule } from '../engine/run.ts';
import { wordsText } from '../engine/text.ts';
import type { Segment } from '../membership/parameters.ts';
import { CIRCUMSTANCES, type ClaimedProgramme, GROUNDS, SEGMENTS } from './document-list.ts';
import { claimDocuments } from './documents.ts';

const PROGRAMMES: readonly ClaimedProgramme[] = ['JKK', 'JKM', 'JHT', 'JP', 'JKP', 'scholarship'];
const ALL_SEGMENTS: readonly Segment[] = ['PU', 'BPU', 'JAKON', 'PMI'];

/** `claim.documents` of the rules protocol. */
export const claimDocumentsRule: Rule = {
  id: 'claim.documents',
  about: {
    id: 'Dokumen yang diminta untuk suatu klaim, dan alasannya',
    en: 'The documents that a claim asks for, and why',
  },
  answer(input) {
    const fields = readFields(input, ['programme', 'ground', 'segment', 'circumstances']);
    const programme = readRequiredWord(fields, 'programme', PROGRAMMES);
    const grounds: readonly string[] = GROUNDS[programme];
    const ground = readRequiredWord(fields, 'ground', grounds);
    const segment = readWord(fields, 'segment', ALL_SEGMENTS, 'PU');
    if (!SEGMENTS[programme].includes(segment)) {
      const accepted = wordsText(SEGMENTS[programme]);
      throw new LawError('input.combination', 'segment', { came: segment, accepted });
    }
    const circumstances = readWords(fields, 'circumstances', CIRCUMSTANCES, []);
    return claimDocuments({ programme, ground, segment, circumstances });
  },
};
