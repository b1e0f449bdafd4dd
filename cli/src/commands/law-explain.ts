import { formatDay, type Language } from '@payung/kernel';
import {
  answerLines,
  errorText,
  explainRequest,
  type Invalid,
  type Result,
  reasonTexts,
  rules,
  traceLines,
  type Values,
} from '@payung/law';
import type { Run } from '../command.ts';
import { fill } from '../fill.ts';
import { Misuse, readOptions } from '../options.ts';
import { nearestIds } from '../wrong-letters.ts';
import { knownOnOption, languageOption, readKnownOn, readLanguage } from './law-options.ts';

const texts = {
  id: {
    json: 'Yang ditulis setelah --json bukan JSON: {text}',
    eligible: 'Berhak.',
    notEligible: 'Tidak berhak, karena:',
    undecided: 'Belum dapat diputuskan, karena:',
    open: 'BELUM PASTI: hukumnya sendiri dapat dibaca lain, dengan hasil yang lain. Lihat yang bertanda di bawah.',
    why: 'Penjelasan, menurut hukum pada {on}:',
    whyKnown: 'Penjelasan, menurut hukum pada {on} sebagaimana diketahui pada {known}:',
    meant: 'Mungkin maksud Anda: payung law explain {rule}',
    list: 'payung law list memperlihatkan semua aturan.',
  },
  en: {
    json: 'What stands after --json is no JSON: {text}',
    eligible: 'Eligible.',
    notEligible: 'Not eligible, because:',
    undecided: 'Cannot be decided yet, because:',
    open: 'NOT SETTLED: the law itself can be read otherwise, with another result. See the marked lines below.',
    why: 'Explanation, by the law on {on}:',
    whyKnown: 'Explanation, by the law on {on} as known on {known}:',
    meant: 'Perhaps you meant: payung law explain {rule}',
    list: 'payung law list shows every rule.',
  },
} as const;

/** `payung law explain RULE`: the answer in words, then each step with its article. Exit status 1 if the input is invalid. */
export const lawExplain: Run = async (argv, terminal) => {
  const options = { json: { type: 'string', default: '{}' }, ...knownOnOption, ...languageOption } as const;
  const { values, positionals } = readOptions(argv, options, 1);
  const language = readLanguage(values.lang, terminal.language);
  const knownOn = readKnownOn(values['as-known-on'], language);
  const [rule = ''] = positionals;
  const { answer, trace } = explainRequest({ rule, input: readJson(values.json, language) }, knownOn);
  if (trace === undefined) {
    for (const line of errorLines(rule, answer.error, language)) terminal.err(line);
    return 1;
  }
  for (const line of answerInWords(answer, language, trace)) terminal.out(line);
  return 0;
};

/** @throws Misuse */
function readJson(text: string, language: Language): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Misuse(fill(texts[language].json, language, { text }));
  }
}

function errorLines(rule: string, error: Invalid, language: Language): string[] {
  const said = texts[language];
  const sentence = errorText(error, language);
  const line = error.path === '' ? sentence : `${error.path}: ${sentence}`;
  if (error.code !== 'rule.unknown') return [line];
  const near = nearestIds(rule, [...rules.keys()]);
  return [
    line,
    ...(near.length === 0 ? [said.list] : near.map((one) => fill(said.meant, language, { rule: one }))),
  ];
}

/** The answer first: granted or not and why, its values, whether it is settled; then the explanation. */
function answerInWords(answer: Values, language: Language, trace: Result): string[] {
  const values = answerLines(answer, language);
  const width = Math.max(0, ...values.map(({ depth, label }) => 2 * depth + label.length));
  const lines = values.map(({ depth, label, value }) =>
    `${`${'  '.repeat(depth)}${label}`.padEnd(width)}  ${value}`.trimEnd(),
  );
  return [...entitlement(answer, language, trace), ...lines, ...explanation(trace, language)];
}

/** Granted, refused, or neither yet; with all reasons. Most rules only compute, and grant nothing. */
function entitlement({ eligible, because }: Values, language: Language, trace: Result): string[] {
  const said = texts[language];
  const codes = Array.isArray(because) ? because.map(String) : [];
  const reasons = reasonTexts(trace, codes, language).map((reason) => `  - ${reason}`);
  if (eligible === true) return [said.eligible];
  if (eligible === false) return [said.notEligible, ...reasons];
  return codes.length === 0 ? [] : [said.undecided, ...reasons];
}

function explanation(trace: Result, language: Language): string[] {
  const said = texts[language];
  const on = formatDay(trace.on, language);
  const known = trace.asKnownOn;
  return [
    '',
    ...(trace.settled ? [] : [said.open, '']),
    known === undefined
      ? fill(said.why, language, { on })
      : fill(said.whyKnown, language, { on, known: formatDay(known, language) }),
    ...traceLines(trace, language).map(({ depth, text }) => `${'  '.repeat(depth + 1)}${text}`),
  ];
}
