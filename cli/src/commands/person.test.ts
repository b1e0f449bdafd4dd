import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { day, month, rupiah } from '@payung/kernel';
import {
  createAgreement,
  createFund,
  createPartner,
  getAgreementByNumber,
  loadAreas,
  runBilling,
} from '@payung/server/local';
import { temporaryDirectory, testPlatform } from '@payung/server/testing';
import { describe, expect, test } from 'vitest';
import { runCommandLine } from '../run.ts';
import { keptTerminal } from '../testing/kept-terminal.ts';
import { commands } from './index.ts';

const world = await testPlatform();
const { terminal: context } = world;
await loadAreas(context);
const directory = temporaryDirectory();
const belu = 5_304_000_000;
const { partnerId } = await createPartner(context, { kind: 'government', name: 'Pemda Belu', area: belu });
const purse = { kind: 'apbd_regency', name: 'APBD Belu', partnerId, area: belu, year: 2026 } as const;
const { fundId } = await createFund(context, purse);
for (const number of ['PKS/1', 'PKS/2']) {
  await createAgreement(context, {
    partnerId,
    area: belu,
    kind: 'PKS',
    number,
    title: 'Pekerja rentan',
    segment: 'BPU',
    group: 'vulnerable',
    sector: 'other',
    programmes: ['JKK', 'JKM'],
    income: rupiah(1_000_000),
    fundId,
    from: day('2026-01-01'),
    until: null,
  });
}

const yohanes = {
  name: 'Yohanes Seran Bria',
  nik: '5304051708909001',
  birthDate: '1990-08-17',
  village: '53.04.05.2001',
  occupation: 'Petani',
};

async function payung(argv: readonly string[], input?: object) {
  const piped = input === undefined ? [] : [new TextEncoder().encode(JSON.stringify(input))];
  const { terminal, ended } = keptTerminal(context, 'id', piped);
  return ended(await runCommandLine(argv, terminal, commands));
}

const register = (person: object, ...more: string[]) =>
  payung(['person', 'register', '--agreement', 'PKS/1', ...more], person);
const idIn = (text: string) => /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(text)?.[0] ?? '';

describe('payung person register', () => {
  test('says what was found, and how to accept; with --accept enrols at once', async () => {
    const checked = await register(yohanes);
    expect(checked).toMatchObject({ status: 0, out: expect.stringContaining('payung roster accept') });
    const done = await register(yohanes, '--accept');
    expect(done.err).toContain('sudah pernah dikirim');
    expect(done.out).toMatch(/Orangnya: [0-9a-f-]{36}/);
  });

  test('reads a file, and refuses what is not to be taken', async () => {
    const path = join(directory, 'orang.json');
    writeFileSync(path, JSON.stringify({ ...yohanes, nik: '530405' }));
    const { status, out } = await payung(['person', 'register', path, '--agreement', 'PKS/1']);
    expect([status, out]).toEqual([1, expect.stringContaining('NIK')]);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['a NIK that is a number',  { ...yohanes, nik: 5304051708909001 }, 'nik'],
    ['no village',              { name: 'Yohanes' },                   'village'],
    ['a day that is none',      { ...yohanes, birthDate: '17-08-1990' }, 'birthDate'],
  ])('%s is named', async (_, person, field) => {
    expect(await register(person)).toMatchObject({ status: 2, err: expect.stringContaining(field) });
  });
});

describe('payung person merge', () => {
  test('makes one person of two records, and two again; the list of duplicates follows', async () => {
    const first = idIn(/Orangnya: (.*)/.exec((await register(yohanes, '--accept')).out)?.[1] ?? '');
    const twin = { ...yohanes, nik: '5304051708909002', name: 'Petrus Mau' };
    const accepted = await payung(['person', 'register', '--agreement', 'PKS/2', '--accept'], twin);
    const second = idIn(/Orangnya: (.*)/.exec(accepted.out)?.[1] ?? '');
    await world.database.superuser.query(
      `update person set name = 'Yohanes Seran Bria' where person_id = $1`,
      [second],
    );
    // Recorded under that name, it would be kept under the keys of that name.
    await world.database.superuser.query(
      'insert into match_key (hash, person_id) select hash, $1 from match_key where person_id = $2 on conflict do nothing',
      [second, first],
    );
    const search = () => payung(['person', 'duplicates', '--search', '53.04']);
    expect((await search()).out).toContain('1 pasangan belum diputuskan');
    const merged = await payung(['person', 'merge', second, first, '--reason', 'KTP keduanya dilihat']);
    expect(merged.status).toBe(0);
    expect((await search()).out).toContain('0 pasangan belum diputuskan');
    const undone = await payung(['person', 'unmerge', idIn(merged.out), '--reason', 'ternyata dua orang']);
    expect(undone).toMatchObject({ status: 0, out: expect.stringContaining('dua orang lagi') });
    const csv = (await payung(['person', 'duplicates', '--csv'])).out.split('\r\n');
    expect(csv).toHaveLength(2);
    expect(csv.join()).not.toContain('5304051708909001');
  });

  test('needs a reason, and two people who are there', async () => {
    expect((await payung(['person', 'merge', 'a', 'b'])).status).toBe(1);
    const nobody = crypto.randomUUID();
    expect((await payung(['person', 'merge', nobody, nobody])).status).toBe(2);
    expect(
      (await payung(['person', 'merge', nobody, crypto.randomUUID(), '--reason', 'satu orang'])).status,
    ).toBe(1);
  });
});

describe('payung person died', () => {
  const dying = { ...yohanes, nik: '5304050302719005', name: 'Kornelis Atok', birthDate: '1971-02-03' };

  test('records a death on its evidence, and withdraws it', async () => {
    const made = await payung(['person', 'register', '--agreement', 'PKS/1', '--accept'], dying);
    const id = idIn(/Orangnya: (.*)/.exec(made.out)?.[1] ?? '');
    const paper = ['--evidence', 'village_letter', '--number', '474.3/12/DS/2026'];
    const done = await payung(['person', 'died', id, '--on', '2026-11-03', ...paper]);
    expect(done).toMatchObject({
      status: 0,
      out: expect.stringContaining(`payung person died ${id} --undo`),
    });
    const diedOn = async () =>
      (
        await world.database.superuser.query('select died_on::text as day from person where person_id = $1', [
          id,
        ])
      ).rows;
    expect(await diedOn()).toEqual([{ day: '2026-11-03' }]);
    const undone = await payung(['person', 'died', id, '--undo', '--reason', 'orang lain']);
    expect(undone).toMatchObject({ status: 0, out: expect.stringContaining('dibatalkan') });
    expect(await diedOn()).toEqual([{ day: null }]);
  });

  test('names the bill that asks for later months', async () => {
    const made = await payung(['person', 'register', '--agreement', 'PKS/2', '--accept'], {
      ...dying,
      nik: '5304050302729006',
      name: 'Martinus Berek',
      birthDate: '1972-02-03',
    });
    const id = idIn(/Orangnya: (.*)/.exec(made.out)?.[1] ?? '');
    const { agreementId } = await getAgreementByNumber(context, 'PKS/2');
    const { number } = await runBilling(context, {
      agreementId,
      from: month('2026-11'),
      to: month('2026-12'),
    });
    const done = await payung(['person', 'died', id, '--on', '2026-11-03']);
    expect(done.out).toContain(`Tagihan ${number} (Pemda Belu) belum dibayar dan masih memuat 1 bulan`);
  });

  test('says that nobody waits to be recorded as having died', async () => {
    expect((await payung(['person', 'deaths'])).out).toBe('Tidak ada kematian yang menunggu dicatat.');
    expect((await payung(['person', 'deaths', '--csv'])).out).toMatch(/^person,name,village,day/);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['no day',                     [],                                          2],
    ['a day that is none',         ['--on', '3-11-2026'],                       2],
    ['evidence nobody knows',      ['--on', '2026-11-03', '--evidence', 'x'],   2],
    ['undoing without a reason',   ['--undo'],                                  2],
    ['somebody nobody knows',      ['--on', '2026-11-03'],                      1],
  ])('with %s fails', async (_, options, status) => {
    expect((await payung(['person', 'died', crypto.randomUUID(), ...options])).status).toBe(status);
  });
});

describe('payung person disputes', () => {
  test('says that there are none, and settles nothing that is not disputed', async () => {
    expect((await payung(['person', 'disputes'])).out).toBe('Tidak ada NIK yang disengketakan.');
    expect((await payung(['person', 'disputes', '--csv'])).out).toMatch(/^dispute,person,name/);
    expect(
      (await payung(['person', 'settle', crypto.randomUUID(), '--reason', 'surat Dukcapil'])).status,
    ).toBe(1);
  });
});
