import { month } from '@payung/kernel';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { read } from '#platform/context';
import { findProgress } from '#platform/jobs';
import { getImport, importMembers, listMemberFiles, sendMembers } from './index.ts';
import { exchangeWorld, headings, line, member, people, salt, text } from './testing/exchange-world.ts';

const world = await exchangeWorld();
const { terminal, user, database, enrol, look } = world;

beforeAll(async () => {
  await enrol([line('yohanes'), line('maria'), line('petrus')]);
});

const send = (at: string, lines: readonly string[], more: { salt?: string } = {}) =>
  sendMembers(terminal, {
    branchId: 'atambua',
    month: month(at),
    fileName: 'aktif.csv',
    content: text([headings, ...lines]),
    ...more,
  });

/** What an import makes, without ids and instants. */
const made = (importId: string) =>
  look(
    `select r.ordinal, r.verdict, r.reason, (select count(*)::int from cover where branch_id = 'atambua' and closed_at is null
       and months @> f.month) as covered
     from member_row r join member_file f using (file_id) where file_id = $1 order by ordinal`,
    importId,
  );

/** Many rows of strangers around those who are known: more than a few batches. */
const long = [
  member(people.yohanes),
  ...Array.from({ length: 4_000 }, (_, n) =>
    member([
      `53040512127${String(10_000 + n).slice(1, 3)}9${String(100 + (n % 900))}`,
      `Orang Asing ${n}`,
      '12-12-1979',
    ]),
  ),
  member(people.maria),
];

describe('the import of a member file is a job', () => {
  test('killed between batches it leaves nothing, and restarted it does all, once', async () => {
    const { importId } = await send('2026-07', long);
    const running = importMembers.run(terminal, importId).then(
      () => 'ended',
      () => 'killed',
    );
    // As soon as a batch was told of, the database cuts every connection that reads: the job dies as its process would.
    let killed = 0;
    while (killed === 0) {
      const progress = await read(terminal, 'members.import', (tx) => findProgress(tx, importId));
      if (progress?.finished === true) throw new Error('the import was quicker than its kill');
      if ((progress?.done ?? 0) === 0) continue;
      const { rowCount } = await database.superuser.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and usename like '%match%' and state = 'idle in transaction'`,
      );
      killed = rowCount ?? 0;
    }
    expect(await running).toBe('killed');
    expect(await made(importId)).toEqual([]);
    expect((await getImport(terminal, importId)).import.state).toBe('received');

    await importMembers.run(terminal, importId);
    const rows = await made(importId);
    expect(rows).toHaveLength(long.length + 1);
    expect(rows[1]).toMatchObject({ verdict: 'matched', covered: 2 });
    // Once more, as a queue that lost the answer would: nothing changes.
    await importMembers.run(terminal, importId);
    expect(await made(importId)).toEqual(rows);
    expect((await listMemberFiles(terminal)).files.filter((file) => file.month === '2026-07')).toHaveLength(
      1,
    );
  }, 60_000);

  test('one that ended while its file was read, given up by another server, does nothing', async () => {
    const { importId } = await send('2026-02', [member(people.maria)]);
    const { files } = terminal.platform;
    const get = files.get.bind(files);
    const reading = vi.spyOn(files, 'get').mockImplementationOnce(async (id) => {
      const bytes = await get(id);
      await importMembers.giveUp(terminal, importId);
      return bytes;
    });
    await importMembers.run(terminal, importId);
    reading.mockRestore();
    expect((await getImport(terminal, importId)).import.state).toBe('failed');
    expect(await made(importId)).toEqual([]);
  });

  test('the file and the salt are gone once it has ended, whatever came of it', async () => {
    const { importId } = await send('2026-06', [member(people.maria)], { salt });
    expect((await terminal.platform.files.get(importId)).byteLength).toBeGreaterThan(salt.length);
    await importMembers.run(terminal, importId);
    await expect(terminal.platform.files.get(importId)).rejects.toThrow();
    const failing = await sendMembers(terminal, {
      branchId: 'atambua',
      month: month('2026-05'),
      fileName: 'surat.csv',
      content: text(['halo;dunia']),
    });
    await importMembers.run(terminal, failing.importId);
    expect((await getImport(terminal, failing.importId)).import).toMatchObject({
      state: 'failed',
      problem: { code: 'file.noHeader' },
    });
    await expect(terminal.platform.files.get(failing.importId)).rejects.toThrow();
  });

  test('sent twice while it runs, or once it stands, it is one import', async () => {
    const first = await send('2026-04', [member(people.petrus)]);
    expect(await send('2026-04', [member(people.petrus)])).toEqual({ ...first, repeated: true });
    await importMembers.run(terminal, first.importId);
    expect(await send('2026-04', [member(people.petrus)])).toEqual({ ...first, repeated: true });
  });

  test('whoever sees a part of the branch sees no import of it', async () => {
    await send('2026-03', [member(people.petrus)]);
    expect((await listMemberFiles(terminal)).imports.map((one) => one.import.month)).toContain('2026-03');
    expect((await listMemberFiles(user('registration_officer', 5_304_000_000))).imports).toEqual([]);
  });
});
