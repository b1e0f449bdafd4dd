import { isUtf8 } from 'node:buffer';
import { type Invalid, isInvalid, type MessageReply, type Text } from '@payung/law';

/** What a line got: its reply as JSON, and whether the request was invalid or the rule itself failed. */
export interface LineAnswered {
  readonly json: string;
  readonly outcome: 'answered' | 'invalid' | 'failed';
  /** What the rule failed of. */
  readonly fault?: unknown;
}

/** A request of a megabyte is none: the longest that says something has a few thousand characters. */
export const longestLine: number = 1024 * 1024;

const accepted = {
  json: { id: 'satu objek JSON pada setiap baris', en: 'one JSON object on each line' },
  utf8: { id: 'teks UTF-8', en: 'UTF-8 text' },
  length: { id: 'paling banyak 1 MB pada setiap baris', en: 'at most 1 MB on each line' },
} as const satisfies Record<string, Text>;

/** More of a line that is no JSON is not shown with the error. */
const mostShown = 60;

/**
 * Answers one line of a file of requests; undefined for a blank one. Whatever it holds, the next line can go on.
 *
 * @param line its bytes; undefined if it was longer than `longestLine`
 */
export function answerLine(
  line: Buffer | undefined,
  reply: (message: unknown) => MessageReply,
): LineAnswered | undefined {
  if (line === undefined) return invalid({ code: 'input.range', path: '', accepted: accepted.length });
  if (!isUtf8(line)) return invalid({ code: 'input.format', path: '', accepted: accepted.utf8 });
  // Takes away a byte order mark and the carriage return of Windows as well.
  const text = line.toString().trim();
  if (text === '') return undefined;
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    const came = text.length > mostShown ? `${text.slice(0, mostShown - 1)}…` : text;
    return invalid({ code: 'input.format', path: '', accepted: accepted.json, came });
  }
  try {
    const answered = reply(message);
    return { json: jsonLine(answered), outcome: isInvalid(answered.answer) ? 'invalid' : 'answered' };
  } catch (fault) {
    const error = { code: 'rule.failed', path: 'rule' };
    return { json: jsonLine({ id: idOf(message), answer: { error } }), outcome: 'failed', fault };
  }
}

function invalid(error: Invalid): LineAnswered {
  return { json: jsonLine({ id: null, answer: { error } }), outcome: 'invalid' };
}

/** The id of a message whose rule failed: it was read before. */
function idOf(message: unknown): unknown {
  return typeof message === 'object' && message !== null && 'id' in message ? message.id : null;
}

/** JSON in which nothing is left that a terminal takes for a command: what was sent is given back. */
function jsonLine(value: object): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f]/g,
    (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
