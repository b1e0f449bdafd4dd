import { day, rupiah } from '@payung/kernel';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadAreas } from '#areas';
import { createAgreement, createFund, createPartner } from '#partners';
import {
  acceptRoster,
  checkRoster,
  getRoster,
  previewUndo,
  requestAcceptance,
  requestUndo,
  sendRoster,
  undoRoster,
} from '#rosters';
import { testPlatform } from '#testing';
import { followUndoing, stateSeats, takeHolders, vacate, villageSeats } from './index.ts';

const { terminal, database } = await testPlatform();
await loadAreas(terminal);
followUndoing();
const fatuketi = 5_304_052_001;
await stateSeats(terminal, {
  village: fatuketi,
  office: 'kaur',
  seats: 3,
  since: day('2020-01-01'),
  source: 'Perdes 3/2020',
});

const heading = 'NIK;Nama;Tanggal Lahir;Desa;Kecamatan;Jabatan;No. SK';
// biome-ignore format: aligned rows
const lines = [
  '5304051708909001;Yohanes Seran Bria;17-08-1990;Fatuketi;Kakuluk Mesak;Kepala Desa;SK 5/2021',
  '5304055708889002;Maria Goreti Hoar;17-08-1988;Fatuketi;Kakuluk Mesak;Kaur Keuangan;SK 6/2021',
  '5304050506859003;Petrus Bau Mali;05-06-1985;Fatuketi;Kakuluk Mesak;Kaur Umum;',
  '5304050203809004;Blasius Nahak Klau;02-03-1980;Fatuketi;Kakuluk Mesak;Ketua BPD;SK 7/2021',
];

let sequence = 0;

/** The list of a body, accepted under an agreement of its own, and its seats taken. */
async function taken(rows: readonly string[]): Promise<string> {
  sequence += 1;
  const name = `Pemerintah Desa ${sequence}`;
  const { partnerId } = await createPartner(terminal, { kind: 'village', name, area: fatuketi });
  const fund = { kind: 'add', name: `ADD ${sequence}`, partnerId, area: fatuketi, year: 2026 } as const;
  const { fundId } = await createFund(terminal, fund);
  const agreementId = await createAgreement(terminal, {
    partnerId,
    area: fatuketi,
    kind: 'PKS',
    number: name,
    title: 'Perangkat desa',
    segment: 'BPU',
    group: 'village_official',
    sector: 'other',
    programmes: ['JKK', 'JKM'],
    income: rupiah(1_000_000),
    fundId,
    from: day('2026-01-01'),
    until: null,
  });
  const { rosterId } = await sendRoster(terminal, {
    agreementId,
    fileName: 'perangkat.csv',
    content: new TextEncoder().encode([heading, ...rows].join('\n')),
    startsOn: day('2026-11-01'),
    policy: 'good_rows',
  });
  await checkRoster.run(terminal, rosterId);
  await requestAcceptance(terminal, rosterId);
  await acceptRoster.run(terminal, rosterId);
  await takeHolders(terminal, rosterId);
  return rosterId;
}

async function undo(rosterId: string): Promise<void> {
  await requestUndo(terminal, rosterId, 'daftar yang salah');
  await undoRoster.run(terminal, rosterId);
  expect((await getRoster(terminal, rosterId)).roster.state).toBe('undone');
}

const seatsNow = () => villageSeats(terminal, { area: fatuketi });
const holders = async () => (await seatsNow()).offices.flatMap((office) => office.holders);
const names = async () => (await holders()).map(({ name }) => name);
const peopleNow = async () =>
  (await database.superuser.query('select name from payung.person where withdrawn_at is null order by name'))
    .rows;

describe('seats taken from a list that is undone', () => {
  test('are told before, free afterwards, and whoever came by it only goes too', async () => {
    const before = await seatsNow();
    const rosterId = await taken(lines);
    expect(await names()).toHaveLength(4);
    expect(await previewUndo(terminal, rosterId)).toMatchObject({ seats: 4, withdrawn: 4, kept: 0 });
    await undo(rosterId);
    expect(await seatsNow()).toEqual(before);
    expect(await peopleNow()).toEqual([]);
    const { rows } = await database.superuser.query(
      `select facts ->> 'seats' as seats from payung.audit_entry where action = 'rosters.undone' and subject_id = $1`,
      [rosterId],
    );
    expect(rows).toEqual([{ seats: '4' }]);
    await expect(takeHolders(terminal, rosterId)).rejects.toMatchObject({
      code: 'offices.rosterNotAccepted',
    });
  });

  test('stay where somebody recorded an end, or changed the holder, since', async () => {
    const rosterId = await taken(lines.slice(0, 3));
    const [head, treasurer] = await holders();
    if (head === undefined || treasurer === undefined) throw new Error('somebody was seated');
    await vacate(terminal, head, day('2026-11-15'), 'resigned');
    expect(await previewUndo(terminal, rosterId)).toMatchObject({ seats: 2, withdrawn: 2, kept: 1 });
    await undo(rosterId);
    const { former } = await seatsNow();
    expect(former.map(({ name }) => name)).toEqual([head.name]);
    expect(await peopleNow()).toEqual([{ name: head.name }]);
  });

  test('are those of the next list that named the same holders, until that one is undone too', async () => {
    const before = await seatsNow();
    const first = await taken(lines.slice(1));
    const second = await taken(lines.slice(1, 3));
    expect(await previewUndo(terminal, first)).toMatchObject({ seats: 1 });
    await undo(first);
    expect((await names()).toSorted()).toEqual(['Maria Goreti Hoar', 'Petrus Bau Mali']);
    expect(await previewUndo(terminal, second)).toMatchObject({ seats: 2, withdrawn: 2 });
    await undo(second);
    expect(await seatsNow()).toEqual(before);
  });

  test('taken and undone, of any rows and in any order, are as if never taken', async () => {
    const before = [await seatsNow(), await peopleNow()];
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(lines.slice(1), { minLength: 1 }),
        fc.subarray(lines.slice(1), { minLength: 1 }),
        fc.boolean(),
        async (one, other, turned) => {
          const rosters = [await taken(one), await taken(other)];
          for (const rosterId of turned ? rosters.toReversed() : rosters) await undo(rosterId);
          expect([await seatsNow(), await peopleNow()]).toEqual(before);
        },
      ),
      { numRuns: 3 },
    );
  });
});
