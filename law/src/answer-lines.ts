import {
  formatCount,
  formatDay,
  formatMonth,
  formatRupiah,
  type Language,
  parseDay,
  parseMonth,
  rupiah,
} from '@payung/kernel';
import { type AnswerForm, answerWords, valueWords } from './answer-words.ts';
import type { Json, TraceNode } from './engine/explain.ts';
import type { Values } from './engine/run.ts';
import { traceLines } from './engine/trace-lines.ts';

/** One value of an answer as people read it; `value` is empty for the heading of a group. */
export type AnswerLine = { readonly depth: number; readonly label: string; readonly value: string };

/**
 * The values of an answer in words, in the order in which the rule gives them. Whether it is eligible at all, and why not, is not
 * among them: see `reasonTexts`.
 */
export function answerLines(answer: Values, language: Language): readonly AnswerLine[] {
  const { eligible, because, ...values } = answer;
  return membersOf(values, language, 0);
}

/** The reasons for a refusal in words, with their articles: those of the explanation that the codes name, in its order. */
export function reasonTexts(
  trace: TraceNode,
  codes: readonly string[],
  language: Language,
): readonly string[] {
  if (trace.kind === 'result') return trace.parts.flatMap((part) => reasonTexts(part, codes, language));
  if (trace.kind !== 'finding' || !codes.includes(trace.because)) return [];
  return traceLines(trace, language).map(({ text }) => text);
}

function membersOf(members: Values, language: Language, depth: number): readonly AnswerLine[] {
  return Object.entries(members).flatMap(([key, value]) =>
    value === undefined ? [] : linesOf(key, value, language, depth),
  );
}

function linesOf(key: string, value: Json, language: Language, depth: number): readonly AnswerLine[] {
  const word = answerWords.get(key);
  const label = word?.[language] ?? key;
  if (isList(value) && value.some(isValues)) {
    return value.flatMap((item, index) => [
      { depth, label: `${label} ${index + 1}`, value: '' },
      ...(isValues(item) ? membersOf(item, language, depth + 1) : []),
    ]);
  }
  if (isValues(value)) {
    return [{ depth, label, value: '' }, ...membersOf(value, language, depth + 1)];
  }
  const written = isList(value)
    ? value.map((item) => writtenValue(item, word?.form, language)).join(', ')
    : writtenValue(value, word?.form, language);
  return [{ depth, label, value: written === '' ? '–' : written }];
}

/** A value that holds no others. */
function writtenValue(value: Json, form: AnswerForm | undefined, language: Language): string {
  if (value === null) return { id: 'belum ditetapkan', en: 'not established' }[language];
  if (typeof value === 'boolean') {
    return { id: value ? 'ya' : 'tidak', en: value ? 'yes' : 'no' }[language];
  }
  if (typeof value === 'number') return writtenNumber(value, form, language);
  return typeof value === 'string' ? writtenText(value, form, language) : JSON.stringify(value);
}

function writtenNumber(value: number, form: AnswerForm | undefined, language: Language): string {
  if (!Number.isSafeInteger(value)) return String(value);
  const count = formatCount(value, language);
  const many = value === 1 ? '' : 's';
  switch (form) {
    case 'money':
      return formatRupiah(rupiah(value));
    case 'months':
      return { id: `${count} bulan`, en: `${count} month${many}` }[language];
    case 'years':
      return { id: `${count} tahun`, en: `${count} year${many}` }[language];
    default:
      return count;
  }
}

function writtenText(value: string, form: AnswerForm | undefined, language: Language): string {
  if (form === 'day') {
    const [date = '', time] = value.split('T');
    const day = parseDay(date);
    if (day !== undefined) return [formatDay(day, language), ...(time === undefined ? [] : [time])].join(' ');
  }
  const month = form === 'month' ? parseMonth(value) : undefined;
  if (month !== undefined) return formatMonth(month, language);
  if (form === 'percent') return `${language === 'id' ? value.replace('.', ',') : value}%`;
  return valueWords.get(value)?.[language] ?? value;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

const isValues = (value: Json): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
