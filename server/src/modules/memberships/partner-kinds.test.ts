import { day, month, rupiah } from '@payung/kernel';
import { expect, test } from 'vitest';
import { loadAreas } from '#areas';
import {
  createAgreement,
  createFund,
  createPartner,
  type Group,
  type PartnerKind,
  type Segment,
} from '#partners';
import { jobActor } from '#platform/context';
import { newId } from '#platform/ids';
import { acceptRoster, checkRoster, requestAcceptance, sendRoster } from '#rosters';
import { testPlatform } from '#testing';
import { Population } from '../../example/population.ts';
import {
  listPartnerChanges,
  listPartnerMembers,
  listPresumedLeavers,
  recordLeavers,
  stateComplete,
} from './index.ts';

const { terminal } = await testPlatform();
await loadAreas(terminal);
const belu = 5_304_000_000;
const population = new Population('mitra', day('2026-11-20'));
const village = { code: 5_304_052_001, name: 'Fatuketi', district: 'Kakuluk Mesak' };

/** Lines of people who are on no other list. */
const newLines = (count: number) =>
  Array.from({ length: count }, () => {
    const { nik, name, birthDate, sex, mother } = population.person(village);
    return [nik, name, birthDate, sex, village.name, village.district, mother].join(';');
  });

/** The whole way of a partner's list, walked by its own administrator as far as they may. */
async function walk(kind: PartnerKind, group: Group, segment: Segment) {
  const { partnerId } = await createPartner(terminal, { kind, name: `Mitra ${kind}`, area: belu });
  const fund = await createFund(terminal, {
    kind: 'partner',
    name: 'Kas',
    partnerId,
    area: belu,
    year: 2026,
  });
  const agreementId = await createAgreement(terminal, {
    partnerId,
    area: belu,
    kind: 'PKS',
    number: `PKS ${kind}`,
    title: 'Perlindungan',
    segment,
    group,
    sector: 'other',
    programmes: ['JKK', 'JKM'],
    income: rupiah(1_000_000),
    fundId: fund.fundId,
    from: day('2026-01-01'),
    until: null,
  });
  const admin = {
    ...terminal,
    actor: jobActor(newId(), 'admin', [
      { role: 'partner_administrator', area: null, partnerId, from: day('2020-01-01'), until: null },
    ]),
  };
  const send = async (lines: readonly string[], startsOn: string) => {
    const { rosterId } = await sendRoster(admin, {
      agreementId,
      fileName: 'anggota.csv',
      content: new TextEncoder().encode(
        ['NIK;Nama;Tanggal Lahir;L/P;Desa;Kecamatan;Nama Ibu', ...lines].join('\n'),
      ),
      startsOn: day(startsOn),
      policy: 'good_rows',
    });
    await checkRoster.run(admin, rosterId);
    await requestAcceptance(terminal, rosterId);
    await acceptRoster.run(terminal, rosterId);
    return rosterId;
  };
  const lines = newLines(4);
  await send(lines.slice(0, 3), '2026-10-01');
  const list = async (at: string) =>
    (await listPartnerMembers(admin, { partnerId, month: month(at) })).members;
  const october = await list('2026-10');
  expect(october.map((one) => [one.group, one.segment, one.state])).toEqual(
    Array.from({ length: 3 }, () => [group, segment, 'unpaid']),
  );
  // One leaves; one comes with a list that names everybody but the third.
  await recordLeavers(admin, {
    members: october.slice(0, 1),
    lastDay: day('2026-10-31'),
    reason: 'moved',
    note: null,
    listId: null,
  });
  const [, second] = october;
  const named = lines.filter((line) => second !== undefined && line.includes(`;${second.name};`));
  const complete = await send([...named, ...lines.slice(3)], '2026-11-01');
  await stateComplete(admin, complete);
  const { missing } = await listPresumedLeavers(admin, partnerId);
  expect(missing.map(({ personId }) => personId)).toEqual([october[2]?.personId]);
  expect(
    await listPartnerChanges(admin, { partnerId, from: day('2026-10-31'), to: day('2026-11-30') }),
  ).toMatchObject({ entered: 1, left: 1 });
  expect(await list('2026-11')).toHaveLength(3);
}

test('workers of a company or UMKM come in by its list, leave it, and are asked about when missing', async () => {
  await walk('company', 'umkm', 'BPU');
});

test('people of a parish come in by its list, leave it, and are asked about when missing', async () => {
  await walk('parish', 'church', 'BPU');
});

test('members of a cooperative come in by its list, leave it, and are asked about when missing', async () => {
  await walk('cooperative', 'cooperative', 'BPU');
});

test('non-ASN staff of an office come in by its list, leave it, and are asked about when missing', async () => {
  await walk('office', 'non_asn', 'PU');
});
