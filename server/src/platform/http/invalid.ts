import type { z } from '@hono/zod-openapi';
import { wordOf } from '#platform/messages';
import { Refusal, type RefusalCode, refusalStatus } from '#platform/refusal';

/**
 * A violated schema as a refusal that names the field and, by a code that every language has a word for, what is wrong with it.
 * A schema of ours says in its message which word that is; one whose message is the code of a refusal is refused by that.
 */
export function refusalOfIssue(issue: z.core.$ZodIssue): Refusal {
  if (isRefusalCode(issue.message)) return new Refusal(issue.message);
  const path = issue.path.join('.') || 'body';
  switch (issue.code) {
    case 'too_small':
      return invalid(path, issue.origin === 'string' ? 'tooShort' : 'tooSmall', {
        least: Number(issue.minimum),
      });
    case 'too_big':
      return invalid(path, issue.origin === 'string' ? 'tooLong' : 'tooBig', { most: Number(issue.maximum) });
    case 'invalid_type':
      return invalid(path, 'missing');
    case 'invalid_value':
      return invalid(path, 'choice', { allowed: issue.values.map(String) });
    case 'unrecognized_keys':
      return invalid(issue.keys.join(', '), 'unknown');
    case 'custom':
      return invalid(path, wordOf('id', 'fault', issue.message) === undefined ? 'unreadable' : issue.message);
    default:
      return invalid(path, 'format');
  }
}

function invalid(path: string, problem: string, facts: Refusal['facts'] = {}): Refusal {
  return new Refusal('request.invalid', { path, problem, ...facts });
}

function isRefusalCode(text: string): text is RefusalCode {
  return Object.hasOwn(refusalStatus, text);
}
