import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BillingWorld, billingWorld, type SignedAgreement } from '@payung/server/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runCommandLine } from '../run.ts';
import { keptTerminal } from '../testing/kept-terminal.ts';
import { commands } from './index.ts';

const directory = mkdtempSync(join(tmpdir(), 'payung-statements-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

let world: BillingWorld;
let agreement: SignedAgreement;
beforeAll(async () => {
  world = await billingWorld();
});
beforeEach(async () => {
  agreement = await world.sign();
  await world.enrol(agreement, { people: 3 });
});

async function run(command: string, argv: readonly string[], language: 'id' | 'en' = 'id') {
  const { terminal, ended } = keptTerminal(world.terminal, language);
  return ended(await runCommandLine([...command.split(' '), ...argv], terminal, commands));
}

const bill = (...more: string[]) =>
  run('bill run', ['--agreement', agreement.number, '--month', '2026-11', ...more]);

async function issue(): Promise<string> {
  return JSON.parse((await bill('--json')).out).number;
}

function statement(...rows: string[]): string {
  const path = join(directory, 'mutasi.csv');
  writeFileSync(path, ['Tanggal;Ref;Keterangan;Kredit', ...rows].join('\n'));
  return path;
}

describe('payung bill run', () => {
  test('says what was billed and until when', async () => {
    const { status, out, err } = await bill();
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(
      /^Tagihan B-5304-202611-\d{4}: 3 orang, November 2026, Rp 50\.400\.\nJatuh tempo 16 November 2026 \(/,
    );
  });

  test('bills several months in English', async () => {
    const { out } = await run(
      'bill run',
      ['--agreement', agreement.agreementId, '--month', '2026-11', '--to', '2027-01'],
      'en',
    );
    expect(out).toContain('3 people, November 2026 – January 2027, Rp 151.200.');
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['40P01', 'id', 'Data yang sama sedang diubah orang lain; belum ada yang dikerjakan.\nCoba lagi.'],
    ['40001', 'en', 'Somebody else is changing the same data; nothing was done of what you asked.\nTry again.'],
  ] as const)('outrun by somebody else (%s) says to try again, as HTTP does', async (code, language, said) => {
    await world.look(
      `create function outrun() returns trigger language plpgsql as $$ begin raise exception 'ended' using errcode = '${code}'; end $$`,
    );
    await world.look('create trigger outrun before insert on bill execute function outrun()');
    const answer = await run('bill run', ['--agreement', agreement.number, '--month', '2026-11'], language);
    expect(answer).toEqual({ status: 1, out: '', err: said });
    await world.look('drop function outrun cascade');
    expect((await bill()).status).toBe(0);
  });

  test('a month already billed is refused with the number of its bill', async () => {
    const number = await issue();
    const { status, err } = await bill();
    expect(status).toBe(1);
    expect(err).toContain(number);
  });

  test('a number that two partners use is not guessed', async () => {
    const other = await world.sign();
    await world.look(
      'update agreement set number = $1 where agreement_id = $2',
      agreement.number,
      other.agreementId,
    );
    const { status, out, err } = await bill();
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(agreement.agreementId);
    expect(err).toContain(other.agreementId);
  });

  test('an agreement nobody knows is refused', async () => {
    const { status, err } = await run('bill run', ['--agreement', 'PKS/x', '--month', '2026-11']);
    expect(status).toBe(1);
    expect(err).toContain('Perjanjian ini tidak ada');
  });

  test.each([
    ['no month', ['--agreement', 'x'], 'payung bill run'],
    ['no agreement', ['--month', '2026-11'], 'payung bill run'],
    ['a month that is none', ['--agreement', 'x', '--month', '11/2026'], 'Bukan bulan: 11/2026.'],
    [
      'a last month that is none',
      ['--agreement', 'x', '--month', '2026-11', '--to', '2027'],
      'Bukan bulan: 2027.',
    ],
  ])('%s is refused before the register is opened', async (_, argv, said) => {
    const { status, err } = await run('bill run', argv);
    expect(status).toBe(2);
    expect(err).toContain(said);
  });
});

describe('payung bill show', () => {
  test('says what is asked for and by which decree, and lists the people', async () => {
    const number = await issue();
    await world.look(
      `with d as (
         insert into decree (decree_id, agreement_id, partner_id, area, kind, number, signed_on, made_by)
         select gen_random_uuid(), agreement_id, partner_id, area, 'SK', '7/2026', '2026-02-02', 'test' from agreement
         where agreement_id = $1 returning decree_id)
       update membership m set decree_id = d.decree_id, annex_place = 4 from d
       where membership_id = (select min(membership_id::text)::uuid from membership where agreement_id = $1)`,
      agreement.agreementId,
    );
    const { status, out, err } = await run('bill show', [number]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out.split('\n')).toEqual([
      expect.stringMatching(
        new RegExp(`^Tagihan ${number}, Pemda \\d+: 3 orang, November 2026, Rp 50\\.400\\.$`),
      ),
      'Belum dibayar; jatuh tempo 16 November 2026.',
      '1 orang menurut SK 7/2026 tanggal 2 Februari 2026.',
      '2 orang tanpa SK, lewat daftar mitra.',
    ]);
    const { out: csv } = await run('bill show', [number, '--csv']);
    expect(csv).toMatch(/,16800,7\/2026,2026-02-02,4\b/);
    expect((await run('bill show', [number, '--json', '--csv'])).status).toBe(2);
  });
});

describe('payung bill cancel', () => {
  test('says what is owed no more, and the month is billed again', async () => {
    const number = await issue();
    const { status, out, err } = await run('bill cancel', [number, '--reason', 'salah bulan']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toBe(
      `Tagihan ${number} dibatalkan: Rp 50.400 untuk 3 orang tidak lagi terutang. Bulannya boleh ditagih lagi.`,
    );
    const again = await run('bill cancel', [number, '--reason', 'salah bulan'], 'en');
    expect(again.status).toBe(1);
    expect(again.err).toContain(`Bill ${number} is cancelled already.`);
    expect(await issue()).not.toBe(number);
  });

  test('speaks to programs', async () => {
    const number = await issue();
    const { out } = await run('bill cancel', [number, '--reason', 'salah bulan', '--json']);
    expect(JSON.parse(out)).toMatchObject({ number, people: 3, amount: 50_400 });
  });

  test.each([
    ['no number', ['--reason', 'salah bulan'], 2, 'payung bill cancel'],
    ['no reason', ['B-5304-202611-0001'], 2, '--reason'],
    [
      'a bill that is not there',
      ['B-0000-202611-0001', '--reason', 'salah bulan'],
      1,
      'Tagihan ini tidak ada',
    ],
  ])('%s is refused', async (_, argv, expected, said) => {
    const { status, err } = await run('bill cancel', argv);
    expect(status).toBe(expected);
    expect(err).toContain(said);
  });
});

describe('payung payment import', () => {
  const account = ['--account', 'BRI 0161 3304'];

  test('says what became of the rows, and what needs a human', async () => {
    const number = await issue();
    const path = statement(
      `16/11/2026;${number}-1;${number};50.400,00`,
      `16/11/2026;${number}-2;setor;1.000,00`,
    );
    const first = await run('payment import', [path, ...account]);
    expect(first).toEqual({
      status: 0,
      out: [
        '3 baris: 1 melunasi, 0 sebagian, 0 lebih, 1 tanpa tagihan, 0 berulang, 0 ditolak, 1 diabaikan.',
        'Uang masuk Rp 51.400: Rp 50.400 untuk tagihan, Rp 1.000 belum teralokasi.',
        `Lunas: ${number}. 3 orang kini terlindungi.`,
      ].join('\n'),
      err: 'Baris 3: Tidak ada nomor tagihan dalam keterangan; uang masuk ke rekening belum teralokasi. Cari pengirimnya, lalu minta nomor tagihannya.',
    });
    const again = await run('payment import', [path, ...account], 'en');
    expect(again.out).toContain('This statement was imported before; nothing changed.');
    expect(again.out).not.toContain('Paid:');
  });

  test('speaks to programs', async () => {
    const number = await issue();
    const path = statement(`16/11/2026;${number};${number};50.400,00`);
    const { out } = await run('payment import', [path, ...account, '--json']);
    expect(JSON.parse(out)).toMatchObject({ repeated: false, settled: 50_400, billsPaid: [number] });
  });

  test.each([
    ['no file', account, 'payung payment import'],
    ['two files', ['a', 'b', ...account], 'payung payment import'],
    ['no account', ['a.csv'], 'payung payment import'],
    ['a file that is not there', [join(directory, 'tidak-ada.csv'), ...account], 'Berkas tidak dapat dibuka'],
  ])('%s is refused before the register is opened', async (_, argv, said) => {
    const { status, out, err } = await run('payment import', argv);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(said);
  });
});
