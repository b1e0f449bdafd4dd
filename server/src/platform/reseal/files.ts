import { type Context, change, read, type Tx } from '#platform/context';
import { FILE_HEAD, fileKeyId } from '#platform/seal';

const PAGE = 100;

/** Stored files, one by one; yields 1 for each that was sealed anew. */
export async function* resealFiles(ctx: Context): AsyncGenerator<number> {
  const { keyring } = ctx.platform;
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const ids = await read(ctx, 'register.keep', (tx) => listFiles(tx, after));
    for (const id of ids) {
      const key = await keyOf(ctx, id);
      if (key === undefined || key === keyring.activeSealingKey) continue;
      yield await change(ctx, 'register.keep', (tx) => resealFile(tx, id));
    }
    const last = ids.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

async function listFiles(tx: Tx, after: string): Promise<string[]> {
  const { rows } = await tx.client.query<{ file_id: string }>(
    'select file_id from stored_file where purged_at is null and file_id > $1 order by file_id limit $2',
    [after, PAGE],
  );
  return rows.map((row) => row.file_id);
}

/** Key a stored file is under; undefined when it is not there: that it is missing is for `payung backup` to say. */
async function keyOf(ctx: Context, id: string): Promise<string | undefined> {
  const content = await ctx.platform.files.readSealed(id);
  if (content === undefined) return undefined;
  let head = Buffer.alloc(0);
  // Leaving the loop closes the file.
  for await (const chunk of content) {
    head = Buffer.concat([head, chunk]);
    if (head.length >= FILE_HEAD) break;
  }
  return fileKeyId(head);
}

async function resealFile(tx: Tx, id: string): Promise<number> {
  const { files, keyring } = tx.platform;
  // Whoever destroys a file first marks it purged: it cannot come back while its row is held here.
  const { rowCount } = await tx.client.query(
    'select from stored_file where file_id = $1 and purged_at is null for update',
    [id],
  );
  const isKept = rowCount === 1;
  if (isKept) await files.put(id, await files.get(id));
  await tx.record({
    action: 'seal.fileResealed',
    subjectKind: 'file',
    subjectId: id,
    facts: { count: isKept ? 1 : 0, sealingKey: keyring.activeSealingKey },
  });
  return isKept ? 1 : 0;
}
