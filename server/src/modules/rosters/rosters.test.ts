import { day, month, monthIndex, rupiah } from '@payung/kernel';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadAreas } from '#areas';
import { createAgreement, createFund, createPartner, getAgreement } from '#partners';
import { getPerson, searchPeople } from '#people';
import { type Context, jobActor, read } from '#platform/context';
import { findProgress } from '#platform/jobs';
import { testPlatform } from '#testing';
import { acceptRoster, requestAcceptance } from './service/accept.ts';
import { checkRoster } from './service/check.ts';
import { purgeRosters } from './service/purge.ts';
import { getRoster, getWorkbook, listRosterRows } from './service/read.ts';
import { type RosterFileInput, sendRoster } from './service/send.ts';

const { terminal, user, database } = await testPlatform();
const belu = 5_304_000_000;
const alor = 5_305_000_000;
await loadAreas(terminal);

const headings = 'NIK;Nama;Tanggal Lahir;L/P;Desa;Kecamatan;Pekerjaan;Nama Ibu';
/** A man of Fatuketi who can be enrolled; a test says only what differs. */
const good = {
  nik: '5304051708909001',
  name: 'Yohanes Seran Bria',
  birth: '17-08-1990',
  sex: 'L',
  village: 'Fatuketi',
  district: 'Kakuluk Mesak',
  work: 'Petani',
  mother: 'Maria Hoar',
};
type Person = typeof good;

const line = (person: Partial<Person> = {}) => Object.values({ ...good, ...person }).join(';');
const file = (...lines: string[]) => new TextEncoder().encode([headings, ...lines].join('\n'));

let sequence = 0;
let agreementId = '';
beforeEach(async () => {
  sequence += 1;
  agreementId = await newAgreement(`PKS-${sequence}`);
});

async function newAgreement(number: string, area = belu): Promise<string> {
  const partner = await createPartner(terminal, { kind: 'government', name: `Pemda ${number}`, area });
  const fund = await createFund(terminal, {
    kind: 'apbd_regency',
    name: `APBD ${number}`,
    partnerId: partner.partnerId,
    area,
    year: 2026,
  });
  return createAgreement(terminal, {
    partnerId: partner.partnerId,
    area,
    kind: 'PKS',
    number,
    title: 'Perlindungan pekerja rentan',
    segment: 'BPU',
    group: 'vulnerable',
    sector: 'other',
    programmes: ['JKK', 'JKM'],
    income: rupiah(1_000_000),
    fundId: fund.fundId,
    from: day('2026-01-01'),
    until: day('2027-01-01'),
  });
}

async function send(
  content: Uint8Array,
  more: Partial<RosterFileInput> & { agreementId?: string } = {},
  ctx: Context = terminal,
): Promise<string> {
  const input = {
    agreementId,
    fileName: 'daftar.csv',
    content,
    startsOn: day('2026-11-01'),
    policy: 'good_rows' as const,
    ...more,
  };
  const { rosterId } = await sendRoster(ctx, input);
  await checkRoster.run(ctx, rosterId);
  return rosterId;
}

async function accept(rosterId: string): Promise<void> {
  await requestAcceptance(terminal, rosterId);
  await acceptRoster.run(terminal, rosterId);
}

/** Verdict and reason of every person row, in file order. */
async function verdicts(rosterId: string): Promise<string[]> {
  const { rows } = await listRosterRows(terminal, rosterId, {});
  return rows
    .filter(({ verdict }) => verdict !== 'ignored')
    .map(({ verdict, reason }) => `${verdict} ${reason}`);
}

async function count(table: string): Promise<number> {
  const { rows } = await database.superuser.query<{ n: number }>(
    `select count(*)::int as n from payung.${table}`,
  );
  return rows[0]?.n ?? -1;
}

describe('a row is judged', () => {
  // Each case has its own NIKs, because the base remembers.
  // biome-ignore format: aligned table of cases
  test.each([
    ['a good row',                          { },                                                   'new new.ready'],
    ['a title and capitals',                { nik: '5304051708909002', name: 'DRS. PETRUS BAU' },  'new new.ready'],
    ['15 digits',                           { nik: '530405170890900' },                            'refused nik.length'],
    ['zeros',                               { nik: '0000000000000000' },                           'refused nik.zeros'],
    ['5.3E+15',                             { nik: '5.30405E+15' },                                'refused nik.scientific'],
    ['a date that does not exist',          { nik: '5304053102909001' },                           'refused nik.date'],
    ['no NIK',                              { nik: '-' },                                          'new new.withoutNik'],
    ['a woman\'s NIK with a man\'s sex',    { nik: '5304055708909001' },                           'doubtful nik.sexDiffers'],
    ['aged 14 on the first day',            { nik: '5304050211119001', birth: '02-11-2011' },      'refused age.tooYoung'],
    ['aged 15 on the first day',            { nik: '5304050111119001', birth: '01-11-2011' },      'new new.ready'],
    ['aged 64 on the first day',            { nik: '5304050211619001', birth: '02-11-1961' },      'new new.ready'],
    ['aged 65 on the first day',            { nik: '5304050111619001', birth: '01-11-1961' },      'refused age.tooOld'],
    ['a village that does not exist',       { nik: '5304051708909003', village: 'Atlantis' },      'refused village.unknown'],
    ['a village of another kabupaten',      { nik: '5304051708909004', village: 'Adang Buom', district: 'Teluk Mutiara' }, 'refused village.outOfScope'],
    ['marked as deceased',                  { nik: '5304051708909005', name: 'Yakobus Mau (Alm)' }, 'doubtful name.deceased'],
  ] as const)('%s', async (_, person, expected) => {
    expect(await verdicts(await send(file(line(person))))).toEqual([expected]);
  });

  test('the same NIK twice in the file: once new, once repeated; another name on it asks for a human', async () => {
    const nik = '5304051708909100';
    const rosterId = await send(
      file(
        line({ nik, name: 'Markus Tes' }),
        line({ nik, name: 'Markus Tes' }),
        line({ nik, name: 'Theodora Lopez' }),
      ),
    );
    expect(await verdicts(rosterId)).toEqual([
      'new new.ready',
      'known known.repeated',
      'doubtful doubtful.nikTwiceInFile',
    ]);
  });

  test('rows in = new + known + doubtful + refused + ignored, with heading, total and signature', async () => {
    const rosterId = await send(
      file(
        line({ nik: '5304051708909110' }),
        line({ nik: '123' }),
        'JUMLAH;2;;;;;;',
        ';;Mengetahui,;;;;;',
        ';;Kepala Desa;;;;;',
      ),
    );
    const { roster } = await getRoster(terminal, rosterId);
    expect(roster.counts).toEqual({ rowsIn: 6, new: 1, known: 0, doubtful: 0, refused: 1, ignored: 4 });
  });
});

describe('a roster is accepted', () => {
  test('people, memberships and what is sealed come into being, once', async () => {
    const nik = '5304051708909200';
    const before = { people: await count('person'), memberships: await count('membership') };
    const content = file(line({ nik, name: 'Agustinus Bere' }), line({ nik: '9' }));
    const rosterId = await send(content);
    await accept(rosterId);
    expect((await getRoster(terminal, rosterId)).roster).toMatchObject({ state: 'accepted', enrolled: 1 });
    expect(await count('person')).toBe(before.people + 1);
    expect(await count('membership')).toBe(before.memberships + 1);
    const found = await searchPeople(terminal, nik);
    expect(found.people.map(({ name }) => name)).toEqual(['Agustinus Bere']);
    const file1 = await getPerson(terminal, found.people[0]?.personId ?? '');
    expect(file1).toMatchObject({ nikMasked: '5304••••••••9200', work: [{ occupation: 'petani' }] });

    await expect(requestAcceptance(terminal, rosterId)).rejects.toMatchObject({
      code: 'rosters.alreadyAccepted',
    });
    const again = await sendRoster(terminal, {
      agreementId,
      fileName: 'x.csv',
      content,
      startsOn: day('2026-11-01'),
      policy: 'good_rows',
    });
    expect(again).toEqual({ rosterId, repeated: true });
    expect(await count('person')).toBe(before.people + 1);
  });

  test('the same people in another file are known, and not enrolled again', async () => {
    const person = line({ nik: '5304051708909210', name: 'Blasius Mali' });
    await accept(await send(file(person)));
    const rosterId = await send(file(person, ''), { fileName: 'lagi.csv' });
    expect(await verdicts(rosterId)).toEqual(['known known.member']);
    await expect(requestAcceptance(terminal, rosterId)).rejects.toMatchObject({
      code: 'rosters.nothingToEnrol',
    });
  });

  test('all or nothing refuses while a row is bad', async () => {
    const content = file(line({ nik: '5304051708909220' }), line({ nik: '1' }));
    const rosterId = await send(content, { policy: 'all_or_nothing' });
    await expect(requestAcceptance(terminal, rosterId)).rejects.toMatchObject({
      code: 'rosters.notAllGood',
      facts: { bad: 1 },
    });
  });

  test('somebody the base knows under one NIK is not taken in under another', async () => {
    await accept(await send(file(line({ nik: '5304051708909230', name: 'Gaspar Luan' }))));
    const rosterId = await send(file(line({ nik: '5304051708909239', name: 'Gaspar Luan' })));
    expect(await verdicts(rosterId)).toEqual(['doubtful doubtful.similar']);
  });

  test('a number taken between check and acceptance: nothing half, and the roster is checked again', async () => {
    const person = line({ nik: '5304051708909240', name: 'Hendrikus Asa' });
    const first = await send(file(person));
    agreementId = await newAgreement(`PKS-race`);
    const second = await send(file(person));
    await accept(first);
    const people = await count('person');
    await accept(second);
    expect(await count('person')).toBe(people);
    expect((await getRoster(terminal, second)).roster.state).toBe('received');
    await checkRoster.run(terminal, second);
    expect(await verdicts(second)).toEqual(['known known.reactivated']);
    await accept(second);
    expect(await count('person')).toBe(people);
  });

  test('somebody another fund already covers is not paid for twice, and the sender learns only which kind of fund and where', async () => {
    const person = line({ nik: '5304051708909270', name: 'Matheus Loe' });
    await accept(await send(file(person)));
    await database.superuser.query(
      `insert into cover (person_id, cover_id, membership_id, partner_id, months, programmes, fund_id, evidence, area)
       select m.person_id, $2::uuid, m.membership_id, m.partner_id, int4range($3, $3 + 1), 3, m.fund_id, 'bpjs_file', m.area
       from membership m join person p on p.person_id = m.person_id where p.name = $1`,
      ['Matheus Loe', crypto.randomUUID(), monthIndex(month('2026-11'))],
    );
    agreementId = await newAgreement('PKS-fund');
    const { rows } = await listRosterRows(terminal, await send(file(person)), { verdict: 'known' });
    expect(rows).toMatchObject([
      { reason: 'known.otherFund', enrol: false, facts: { fund: 'apbd_regency', regency: 'Kabupaten Belu' } },
    ]);
  });

  test('a row whose cells slipped keeps no number in clear, whichever cell it slipped into', async () => {
    const nik = '5304051708909280';
    const rosterId = await send(
      file(line({ nik: 'Yoseph Fahik', name: nik }), line({ nik: '5304051708909281', village: nik })),
    );
    expect(await verdicts(rosterId)).toEqual(['refused name.missing', 'refused village.unknown']);
    const { rows } = await database.superuser.query<{ kept: string }>(
      'select row_to_json(r)::text as kept from roster_row r where roster_id = $1',
      [rosterId],
    );
    expect(rows.filter(({ kept }) => kept.includes(nik))).toEqual([]);
  });

  test('a dead person is refused', async () => {
    await accept(await send(file(line({ nik: '5304051708909250', name: 'Kornelis Atok' }))));
    await database.superuser.query(
      `update payung.person set died_on = '2026-10-01' where name = 'Kornelis Atok'`,
    );
    agreementId = await newAgreement('PKS-dead');
    expect(
      await verdicts(await send(file(line({ nik: '5304051708909250', name: 'Kornelis Atok' })))),
    ).toEqual(['refused person.dead']);
  });
});

describe('thirty days after acceptance', () => {
  test('file and prepared rows are destroyed, verdicts stay; a day before, nothing is', async () => {
    const rosterId = await send(file(line({ nik: '5304051708909260', name: 'Leonardus Tae' })));
    await accept(rosterId);
    const prepared = async () =>
      (await database.superuser.query('select from intake.prepared_row where roster_id = $1', [rosterId]))
        .rowCount;
    const age = (days: number) =>
      database.superuser.query(
        'update roster set accepted_at = $2::timestamptz - $3 * interval $$1 day$$ where roster_id = $1',
        [rosterId, terminal.platform.clock.now().toISOString(), days],
      );
    await age(30);
    expect(await purgeRosters(terminal)).toBe(0);
    expect(await prepared()).toBe(1);
    await age(31);
    expect(await purgeRosters(terminal)).toBe(1);
    expect(await purgeRosters(terminal)).toBe(0);
    expect(await prepared()).toBe(0);
    await expect(getWorkbook(terminal, rosterId)).rejects.toMatchObject({ code: 'rosters.purged' });
    expect(await verdicts(rosterId)).toEqual(['new new.ready']);
  });
});

describe('a file that is no roster', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['a PDF',            '%PDF-1.7 something',          'file.notSpreadsheet'],
    ['no headings',      'halo;dunia\nini;bukan daftar', 'file.noHeader'],
  ] as const)('%s fails with its reason and keeps the roster', async (_, content, code) => {
    const rosterId = await send(new TextEncoder().encode(content));
    const { roster } = await getRoster(terminal, rosterId);
    expect(roster).toMatchObject({ state: 'failed', problem: { code } });
    const progress = await read(terminal, 'rosters.read', (tx) => findProgress(tx, rosterId));
    expect(progress).toMatchObject({ finished: true, problem: { code } });
  });

  test('an empty file is refused at once', async () => {
    await expect(send(new Uint8Array())).rejects.toMatchObject({ code: 'file.empty' });
  });
});

describe('who may do what', () => {
  test('the workbook goes back with the reason, without a live formula, and the taking is audited', async () => {
    const rosterId = await send(file(line({ nik: '77', name: '=cmd|calc' })));
    const { fileName, content } = await getWorkbook(terminal, rosterId);
    expect(fileName).toBe('daftar - hasil.xlsx');
    expect(Buffer.from(content.subarray(0, 2)).toString()).toBe('PK');
    const { rows } = await database.superuser.query(
      `select action from payung.audit_entry where subject_id = $1 order by id desc limit 1`,
      [rosterId],
    );
    expect(rows).toEqual([{ action: 'rosters.workbookTaken' }]);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['a planner',                        'planner',              belu, 'auth.forbidden'],
    ['a finance officer',                'finance_officer',      belu, 'auth.forbidden'],
    ['a village operator of elsewhere',  'village_operator',     alor, 'agreements.notFound'],
  ] as const)('%s cannot send a roster of Belu', async (_, role, area, code) => {
    await expect(send(file(line()), {}, user(role, area))).rejects.toMatchObject({ code });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['a planner of Alor',               'planner',              alor, 'rosters.notFound'],
    ['a registration officer of Alor',  'registration_officer', alor, 'rosters.notFound'],
    ['a finance officer of Belu',       'finance_officer',      belu, 'auth.forbidden'],
  ] as const)('%s cannot read a roster of Belu', async (_, role, area, code) => {
    const rosterId = await send(file(line({ nik: '12' })));
    await expect(getRoster(user(role, area), rosterId)).rejects.toMatchObject({ code });
  });

  test('a village operator sends its own list under the agreement of the kabupaten, which accepts it', async () => {
    const village = 5_304_052_001;
    const operator = user('village_operator', village);
    const inside = line({ nik: '5304051708909310', name: 'Nikolaus Fahik' });
    const outside = line({ nik: '5304051708909311', name: 'Oktovianus Bau', village: 'Dualaus' });
    const rosterId = await send(file(inside, outside), {}, operator);
    const { roster } = await getRoster(operator, rosterId);
    expect(roster).toMatchObject({ area: village, counts: { new: 1, refused: 1 } });
    await expect(getRoster(user('village_operator', 5_304_052_002), rosterId)).rejects.toMatchObject({
      code: 'rosters.notFound',
    });

    const officer = user('registration_officer', belu);
    await requestAcceptance(officer, rosterId);
    await acceptRoster.run(officer, rosterId);
    expect((await getRoster(officer, rosterId)).roster).toMatchObject({ state: 'accepted', enrolled: 1 });
    expect((await searchPeople(operator, 'nikolaus')).people).toHaveLength(1);
  });

  test('the administrator of a partner sends its members, wherever they live within the agreement', async () => {
    const agreement = await read(terminal, 'agreements.read', (tx) => getAgreement(tx, agreementId));
    const grant = {
      role: 'partner_administrator',
      area: null,
      partnerId: agreement.partnerId,
      from: day('2020-01-01'),
      until: null,
    } as const;
    const partner = { ...terminal, actor: jobActor(crypto.randomUUID(), 'mitra', [grant]) };
    const rosterId = await send(file(line({ nik: '5304051708909320', name: 'Paulina Luruk' })), {}, partner);
    expect(await verdicts(rosterId)).toEqual(['new new.ready']);
    expect((await getRoster(partner, rosterId)).roster.counts.new).toBe(1);
  });

  test('a village operator sends, and may not accept', async () => {
    const operator = user('village_operator', belu);
    const rosterId = await send(file(line({ nik: '5304051708909300' })), {}, operator);
    await expect(requestAcceptance(operator, rosterId)).rejects.toMatchObject({ code: 'auth.forbidden' });
  });
});
