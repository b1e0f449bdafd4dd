import { createSecretKey, randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { roles } from '#platform/access';
import type { Context } from '#platform/context';
import { localFileStore } from '#platform/files';
import { newId } from '#platform/ids';
import { createSealer, fileKeyId, type SealedRecord } from '#platform/seal';
import { temporaryDirectory, testPlatform } from '#testing';
import { resealAll } from './index.ts';

const ACTIVE = '0a0b0c0d';
const village = 5304012001;
const directory = temporaryDirectory();

const { platform, database, terminal, user } = await testPlatform();
const { superuser } = database;
/** What a process uses that was started before the rotation, and one started after. */
const former = platform.sealer;
const formerFiles = localFileStore(directory, former);
const sealing = new Map([[ACTIVE, createSecretKey(randomBytes(32))] as const, ...platform.keyring.sealing]);
const keyring = { ...platform.keyring, sealing, activeSealingKey: ACTIVE };
const sealer = createSealer(keyring);
const files = localFileStore(directory, sealer);
const afterRotation = (ctx: Context): Context => ({
  ...ctx,
  platform: { ...platform, keyring, sealer, files },
});
const ctx = afterRotation(terminal);

const content = randomBytes(100_000);
let people: string[];
let kept: string[];

beforeAll(async () => {
  await superuser.query(
    `insert into area (code, beyond, level, kind, name, name_key, source) values (${village}, ${village + 1}, 'village', 'desa', 'Uji', 'uji', 'uji')`,
  );
});

/** Twenty-five people, four prepared rows (one of somebody known, without an envelope) and two files, all under the former key. */
beforeEach(async () => {
  await superuser.query(
    'truncate person cascade; truncate intake.prepared_row; truncate stored_file cascade',
  );
  people = Array.from({ length: 25 }, () => newId());
  for (const [n, id] of people.entries()) await insertPerson(id, former.seal(id, recordOf(n)));
  const roster = newId();
  for (let ordinal = 1; ordinal <= 4; ordinal += 1) {
    const id = newId();
    await superuser.query(
      `insert into intake.prepared_row (roster_id, ordinal, person_id, is_new, name, name_key, name_turned, area, occupation, occupation_text, sealed, example, membership_id, work_id)
       values ($1, $2, $3, true, 'n', 'n', 'n', ${village}, 'petani', 'petani', $4, true, $3, $3)`,
      [roster, ordinal, id, ordinal === 4 ? null : former.seal(id, recordOf(100 + ordinal))],
    );
  }
  kept = [newId(), newId()];
  for (const id of kept) {
    await formerFiles.put(id, content);
    await superuser.query(
      `insert into stored_file (file_id, name, digest, size, area, made_by) values ($1, 'a.xlsx', 'd', 1, ${village}, 'uji')`,
      [id],
    );
  }
  // Destroyed long ago: on record, but not in the store.
  await superuser.query(
    `insert into stored_file (file_id, name, digest, size, area, made_by, purged_at) values ($1, 'b.xlsx', 'd', 1, ${village}, 'uji', now())`,
    [newId()],
  );
});

const recordOf = (n: number): SealedRecord => ({ nik: String(5304010101909000 + n), mother: `Ibu ${n}` });

async function insertPerson(id: string, sealed: Buffer): Promise<void> {
  await superuser.query(
    `insert into person (person_id, name, name_key, name_turned, area, sealed) values ($1, 'n', 'n', 'n', ${village}, $2)`,
    [id, sealed],
  );
}

async function envelopes(): Promise<Map<string, Buffer>> {
  const { rows } = await superuser.query<{ person_id: string; sealed: Buffer }>(
    'select person_id, sealed from person',
  );
  return new Map(rows.map((row) => [row.person_id, row.sealed]));
}

describe('resealing after a rotation', () => {
  test('puts everything under the active key and changes no content', async () => {
    expect(await resealAll(ctx, { batch: 10 })).toEqual({
      key: ACTIVE,
      people: 25,
      preparedRows: 3,
      files: 2,
    });
    const now = await envelopes();
    for (const [n, id] of people.entries()) {
      const envelope = now.get(id) ?? Buffer.alloc(0);
      expect(sealer.isCurrent(envelope)).toBe(true);
      expect(sealer.open(id, envelope)).toEqual(recordOf(n));
    }
    const prepared = await superuser.query<{ person_id: string; ordinal: number; sealed: Buffer | null }>(
      'select person_id, ordinal, sealed from intake.prepared_row order by ordinal',
    );
    const opened = prepared.rows.map((row) => row.sealed && sealer.open(row.person_id, row.sealed));
    expect(opened).toEqual([recordOf(101), recordOf(102), recordOf(103), null]);
    for (const id of kept) {
      expect(await files.get(id)).toEqual(content);
      const sealed = await files.readSealed(id);
      expect(sealed && fileKeyId(await buffer(sealed))).toBe(ACTIVE);
    }
  });

  test('seals anew also how somebody was recorded before a roster completed them', async () => {
    const [id = ''] = people;
    await superuser.query(
      `insert into person_completion (person_id, roster_id, sealed, nik_hash, match_hashes, area)
       values ($1, $2, $3, 'h', '{}', ${village})`,
      [id, newId(), former.seal(id, recordOf(200))],
    );
    expect(await resealAll(ctx)).toMatchObject({ people: 26 });
    const { rows } = await superuser.query<{ sealed: Buffer }>('select sealed from person_completion');
    const envelope = rows[0]?.sealed ?? Buffer.alloc(0);
    expect(sealer.isCurrent(envelope)).toBe(true);
    expect(sealer.open(id, envelope)).toEqual(recordOf(200));
  });

  test('finds nothing to do the second time', async () => {
    await resealAll(ctx);
    const before = await envelopes();
    expect(await resealAll(ctx)).toEqual({ key: ACTIVE, people: 0, preparedRows: 0, files: 0 });
    expect(await envelopes()).toEqual(before);
  });

  test('stopped in between, keeps what was done and goes on from there', async () => {
    const stop = resealAll(ctx, {
      batch: 10,
      onStep: ({ what, done }) => {
        if (what === 'people' && done === 20) throw new Error('stopped');
      },
    });
    await expect(stop).rejects.toThrow('stopped');
    const current = [...(await envelopes()).values()].filter((envelope) => sealer.isCurrent(envelope));
    expect(current).toHaveLength(20);
    expect(await resealAll(ctx)).toEqual({ key: ACTIVE, people: 5, preparedRows: 0, files: 2 });
  });

  test('writes an entry for each batch, with the key and the number and nothing about anybody', async () => {
    const { rows: before } = await superuser.query(
      'select coalesce(max(id), 0)::int as last from audit_entry',
    );
    await resealAll(ctx, { batch: 10 });
    const { rows } = await superuser.query(
      'select actor, acting_as, action, facts from audit_entry where id > $1 order by id',
      [before[0]?.last],
    );
    const entry = (action: string, count: number) => ({
      actor: 'terminal:test',
      acting_as: 'register.keep',
      action,
      facts: { count, sealingKey: ACTIVE },
    });
    expect(rows).toEqual([
      entry('seal.preparedRowsResealed', 3),
      entry('seal.peopleResealed', 10),
      entry('seal.peopleResealed', 10),
      entry('seal.peopleResealed', 5),
      entry('seal.fileResealed', 1),
      entry('seal.fileResealed', 1),
    ]);
  });

  test('waits for somebody who is changing an envelope, and keeps the change', async () => {
    const id = people[3] ?? '';
    const changed: SealedRecord = { ...recordOf(3), phone: '+6281200000000' };
    const client = await superuser.connect();
    await client.query('begin');
    await client.query('update person set sealed = $2 where person_id = $1', [id, former.seal(id, changed)]);
    const work = resealAll(ctx);
    // Until it stands at the lock.
    for (let waiting = 0; waiting === 0; ) {
      const { rowCount } = await superuser.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      waiting = rowCount ?? 0;
    }
    await client.query('commit');
    client.release();
    expect(await work).toMatchObject({ people: 25 });
    expect(sealer.open(id, (await envelopes()).get(id) ?? Buffer.alloc(0))).toEqual(changed);
  });

  test('stops at an envelope that does not open, and leaves its batch as it was', async () => {
    const before = await envelopes();
    const last = people.at(-1) ?? '';
    const damaged = Buffer.from(before.get(last) ?? '');
    damaged.writeUInt8(damaged.readUInt8(30) ^ 1, 30);
    await superuser.query('update person set sealed = $2 where person_id = $1', [last, damaged]);
    await expect(resealAll(ctx, { batch: 20 })).rejects.toMatchObject({ code: 'seal.tampered' });
    const after = await envelopes();
    expect(people.filter((id) => sealer.isCurrent(after.get(id) ?? Buffer.alloc(1)))).toHaveLength(20);
    expect(after.get(last)).toEqual(damaged);
  });

  test.each(roles)('is refused to the role %s', async (role) => {
    await expect(resealAll(afterRotation(user(role, 5300000000)))).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
  });
});
