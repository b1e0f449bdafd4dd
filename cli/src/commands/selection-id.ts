import { Refusal } from '@payung/server/local';

/** The id of a proposal as typed. @throws Refusal selection.notFound when no proposal can have it */
export function proposalIdIn(text: string | undefined): string {
  if (text === undefined || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) {
    throw new Refusal('selection.notFound');
  }
  return text;
}
