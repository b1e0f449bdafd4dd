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
import { countText } from './engine/text.ts';
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

/**
 * What the codes of `because` mean, with articles where the explanation gives them. A code that is explained nowhere stands for
 * itself.
 */
export function reasonTexts(
  trace: TraceNode,
  codes: readonly string[],
  language: Language,
): readonly string[] {
  return codes.flatMap((code) => {
    const explained = explaining(trace, code, language);
    return explained.length > 0 ? explained : [valueWords.get(code)?.[language] ?? code];
  });
}

function explaining(node: TraceNode, code: string, language: Language): readonly string[] {
  if (node.kind === 'result') return node.parts.flatMap((part) => explaining(part, code, language));
  // A parameter of the same name is the threshold, not the reason.
  if (node.kind === 'parameter') return [];
  const isReason = node.id === code || (node.kind === 'finding' && node.because === code);
  return isReason ? traceLines(node, language).map(({ text }) => text) : [];
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
    return value.flatMap((item, index) =>
      isValues(item) ? groupOf(`${label} ${index + 1}`, item, language, depth) : [],
    );
  }
  const said = isValues(value) ? singleText(value, language) : undefined;
  if (isValues(value) && said === undefined) return groupOf(label, value, language, depth);
  const written = isList(value)
    ? value.map((item) => writtenValue(item, word?.form, language)).join(', ')
    : (said ?? writtenValue(value, word?.form, language));
  return [{ depth, label, value: written === '' ? '–' : written }];
}

/** A heading, which is the name of what it holds if that has one, and the values below it. */
function groupOf(label: string, values: Values, language: Language, depth: number): readonly AnswerLine[] {
  const { name, ...others } = values;
  const heading = name !== undefined && isValues(name) ? singleText(name, language) : undefined;
  const below = membersOf(heading === undefined ? values : others, language, depth + 1);
  return [{ depth, label, value: heading ?? '' }, ...below];
}

/** An object that is one text: in both languages, or a citation. */
function singleText(value: Values, language: Language): string | undefined {
  const text = value[language];
  if (typeof text === 'string') return text;
  const { law, article } = value;
  if (typeof law !== 'string') return undefined;
  return typeof article === 'string' ? `${law} ${article}` : law;
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
  switch (form) {
    case 'money':
      return formatRupiah(rupiah(value));
    case 'months':
      return countText(value, 'month')[language];
    case 'years':
      return countText(value, 'year')[language];
    default:
      return formatCount(value, language);
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
