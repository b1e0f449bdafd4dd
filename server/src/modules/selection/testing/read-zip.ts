import { entryText, readZipDirectory } from '../../rosters/file/zip.ts';

/** The text of one part of an Office document. @throws Error when it has no such part */
export async function readZip(archive: Uint8Array, part: string): Promise<string> {
  const entry = readZipDirectory(archive).find(({ name }) => name === part);
  if (entry === undefined) throw new Error(`no part ${part}`);
  return entryText(archive, entry);
}
