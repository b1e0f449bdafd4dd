import { type Day, formatDay } from '@payung/kernel';
import { asKnownOn, FIRST_KNOWN } from './engine/belief.ts';
import { LawError } from './engine/error.ts';
import type { Invalid } from './engine/error-text.ts';
import { OBJECT, readDay, refused } from './engine/input.ts';
import type { Answer, Answered } from './engine/run.ts';
import type { Text } from './engine/text.ts';
import { explain } from './rules.ts';

/** What a request gets. `settled` is there, and false, only where an open question of law would change the answer. */
export type Reply = { readonly answer: Answer; readonly settled?: false };

/** What one of many messages gets back. `id` is null if the message had none that can be given back. */
export type MessageReply = Reply & { readonly id: string | number | null };

/** Whether an answer is an error. */
export function isInvalid(answer: Answer): answer is { readonly error: Invalid } {
  return 'error' in answer;
}

type Members = Readonly<Record<string, unknown>>;

const RULE: Text = {
  id: 'nama aturan, misalnya contribution.pu',
  en: 'the name of a rule, such as contribution.pu',
};
const ID: Text = { id: 'teks atau angka tanpa koma', en: 'a text or a whole number' };
const KNOWN_ON: Text = {
  id: `tanggal mulai ${formatDay(FIRST_KNOWN, 'id')}`,
  en: `a day from ${formatDay(FIRST_KNOWN, 'en')}`,
};

/**
 * Answers a request as it came, unchecked: `{rule, input, asKnownOn}`, of which the last is optional; other members are ignored.
 *
 * @param knownOn the day whose knowledge is used unless the request names one; undefined for everything known
 */
export function runRequest(request: unknown, knownOn?: Day): Reply {
  const { answer, trace } = explainRequest(request, knownOn);
  return trace === undefined || trace.settled ? { answer } : { answer, settled: false };
}

/** As `runRequest`, with the explanation of the answer; none for an error. */
export function explainRequest(request: unknown, knownOn?: Day): Answered {
  const explained = orError(() => answered(membersOf(request), knownOn));
  return 'error' in explained ? { answer: explained } : explained;
}

/** As `runRequest` for one of many messages, `{id, rule, input, asKnownOn}`: the id tells the answers apart. */
export function replyTo(message: unknown, knownOn?: Day): MessageReply {
  const id = orError(() => idOf(membersOf(message)));
  if (typeof id === 'object') return { id: null, answer: id };
  return { id, ...runRequest(message, knownOn) };
}

function orError<T>(work: () => T): T | { readonly error: Invalid } {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof LawError)) throw error;
    return { error: { code: error.code, path: error.path, ...error.details } };
  }
}

function answered({ rule, input, asKnownOn: named }: Members, knownOn: Day | undefined): Answered {
  if (rule === undefined) throw new LawError('input.missing', 'rule', { accepted: RULE });
  if (typeof rule !== 'string') throw refused('input.type', 'rule', rule, RULE);
  if (input === undefined) throw new LawError('input.missing', 'input', { accepted: OBJECT });
  const on = named === undefined ? knownOn : knownOnOf(named);
  return on === undefined ? explain(rule, input) : asKnownOn(on, () => explain(rule, input));
}

function knownOnOf(value: unknown): Day {
  const on = readDay({ values: new Map([['asKnownOn', value]]), prefix: '' }, 'asKnownOn');
  if (on < FIRST_KNOWN) throw refused('date.outOfRange', 'asKnownOn', on, KNOWN_ON);
  return on;
}

function idOf({ id }: Members): string | number {
  if (id === undefined) throw new LawError('input.missing', 'id', { accepted: ID });
  // A larger number would come back as another one.
  if (typeof id === 'string' || (typeof id === 'number' && Number.isSafeInteger(id))) return id;
  throw refused('input.type', 'id', id, ID);
}

function membersOf(message: unknown): Members {
  if (typeof message !== 'object' || message === null || Array.isArray(message))
    throw refused('input.type', '', message, OBJECT);
  return { ...message };
}
