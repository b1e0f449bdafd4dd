import { Refusal } from '@payung/server/local';
import { Misuse } from '../options.ts';

/** The id of a person or a merge as typed. @throws Refusal people.notFound when nobody can have it */
export function personIdIn(text: string | undefined): string {
  if (text === undefined || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) {
    throw new Refusal('people.notFound');
  }
  return text;
}

/** The words of `--reason`. @throws Misuse when they are missing or too short to be one */
export function reasonIn(text: string | undefined): string {
  const reason = text?.trim() ?? '';
  if (reason.length < 5) throw new Misuse('--reason');
  return reason;
}
