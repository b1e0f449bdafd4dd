import type { Answer, ColumnField, Json } from '@payung/law';

/** The cell as its column holds it, a blank one as what the rule takes of itself; undefined if no column can hold it. */
export function columnValue(field: ColumnField, text: string): number | undefined {
  if (text === '') return field.otherwise;
  if (field.kind === 'flag') return flagOf(text) === undefined ? undefined : Number(flagOf(text));
  if (field.kind === 'word') {
    const word = field.words.findIndex((one) => String(one) === text);
    return word < 0 ? undefined : word;
  }
  const whole = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  return whole >= field.least && whole <= field.most ? whole : undefined;
}

/** The cell as the rule itself takes it; what is no number and no flag goes as it is, for the rule to say what it wants. */
export function inputValue(field: ColumnField, text: string): Json {
  if (field.kind === 'flag') return flagOf(text) ?? text;
  if (field.kind === 'word') return field.words.find((one) => String(one) === text) ?? text;
  return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}

/** What stands at `JHT.worker` of each answer, added: 0 where an answer has no such part, NaN where it is null. */
export function added(answers: readonly Answer[], path: string): number {
  return answers.reduce((sum, answer) => sum + resultAt(answer, path), 0);
}

function resultAt(answer: Answer, path: string): number {
  let found: unknown = answer;
  for (const name of path.split('.')) {
    found = typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined;
  }
  return found === null ? Number.NaN : Number(found ?? 0);
}

function flagOf(text: string): boolean | undefined {
  if (text === 'true' || text === '1') return true;
  return text === 'false' || text === '0' ? false : undefined;
}
