import { day, rupiah } from '@payung/kernel';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadAreas } from '#areas';
import { testPlatform } from '#testing';
import { createApp } from '../../api.ts';
import {
  bitsOf,
  fundKinds,
  mayPayFor,
  mayStep,
  type Programme,
  payerOf,
  programmesOf,
  stages,
} from './model.ts';
import {
  type AgreementInput,
  createAgreement,
  createDecree,
  getAgreementFile,
  listAgreements,
  stepAgreement,
} from './service.ts';
import {
  createFund,
  createPartner,
  getSeatedPartner,
  listFunds,
  listPartners,
  pageOfPartners,
} from './service-partners.ts';

const { platform, terminal, user, database } = await testPlatform();
await loadAreas(terminal);
const belu = 5_304_000_000;
const alor = 5_305_000_000;

const { partnerId } = await createPartner(terminal, {
  kind: 'government',
  name: 'Pemerintah Kabupaten Belu',
  area: belu,
});
const { fundId } = await createFund(terminal, {
  kind: 'apbd_regency',
  name: 'APBD Belu 2026',
  partnerId,
  area: belu,
  year: 2026,
});

let sequence = 0;
function agreement(differs: Partial<AgreementInput> = {}): AgreementInput {
  sequence += 1;
  return {
    partnerId,
    area: belu,
    kind: 'PKS',
    number: `PKS/${sequence}`,
    title: 'Perlindungan pekerja rentan',
    segment: 'BPU',
    group: 'vulnerable',
    sector: 'other',
    programmes: ['JKK', 'JKM'],
    income: rupiah(1_000_000),
    fundId,
    from: day('2026-01-01'),
    until: day('2027-01-01'),
    ...differs,
  };
}

describe('an agreement', () => {
  test('begins as a draft and shows what it says', async () => {
    const id = await createAgreement(terminal, agreement({ number: 'PKS/awal' }));
    const file = await getAgreementFile(terminal, id);
    expect(file.agreement).toMatchObject({
      number: 'PKS/awal',
      stage: 'draft',
      programmes: ['JKK', 'JKM'],
      partnerName: 'Pemerintah Kabupaten Belu',
      areaName: 'Kabupaten Belu',
      fund: { payer: 'government', payerCertainty: 'settled' },
    });
    expect(file.events.map(({ stage }) => stage)).toEqual(['draft']);
  });

  test('a number is used once by a partner', async () => {
    await createAgreement(terminal, agreement({ number: 'PKS/sekali' }));
    await expect(createAgreement(terminal, agreement({ number: 'PKS/sekali' }))).rejects.toMatchObject({
      constraint: 'agreement_number_once',
    });
  });

  test('steps forward, skipping if need be, and never back', async () => {
    const id = await createAgreement(terminal, agreement());
    await stepAgreement(terminal, id, 'signed', day('2026-02-01'), null);
    await stepAgreement(terminal, id, 'active', day('2026-03-01'), 'dibayar');
    await expect(stepAgreement(terminal, id, 'signed', day('2026-04-01'), null)).rejects.toMatchObject({
      code: 'agreements.stageOrder',
    });
    const { agreement: now, events } = await getAgreementFile(terminal, id);
    expect(now).toMatchObject({ stage: 'active', stageOn: '2026-03-01' });
    expect(events.map(({ stage }) => stage)).toEqual(['draft', 'signed', 'active']);
  });

  test('two equal steps at once are one step', async () => {
    const id = await createAgreement(terminal, agreement());
    const both = await Promise.allSettled(
      [1, 2].map(() => stepAgreement(terminal, id, 'signed', day('2026-02-01'), null)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('keeps its decrees', async () => {
    const id = await createAgreement(terminal, agreement());
    await createDecree(terminal, id, {
      kind: 'SK',
      number: 'SK/12',
      signedOn: day('2026-02-02'),
      annexDigest: null,
    });
    expect((await getAgreementFile(terminal, id)).decrees).toMatchObject([{ kind: 'SK', number: 'SK/12' }]);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['the budget of the province pays in Belu',       'apbd_province', 5_300_000_000, belu,          true],
    ['the budget of Belu pays in a village of it',    'apbd_regency',  belu,          5_304_052_001, true],
    ['the budget of Belu does not pay in Alor',       'apbd_regency',  belu,          alor,          false],
    ['a village\'s Dana Desa does not pay for Belu',  'dana_desa',     5_304_052_001, belu,          false],
    ['CSR pays anywhere',                             'csr',           alor,          belu,          true],
  ] as const)('%s', (_, kind, seat, area, may) => {
    expect(mayPayFor({ payer: payerOf(kind).payer, area: seat }, area)).toBe(may);
  });

  test('is not paid from the budget of another kabupaten', async () => {
    const { fundId: ofAlor } = await createFund(terminal, {
      kind: 'apbd_regency',
      name: 'APBD Alor',
      partnerId,
      area: alor,
      year: 2027,
    });
    await expect(createAgreement(terminal, agreement({ fundId: ofAlor }))).rejects.toMatchObject({
      code: 'funds.outsideArea',
    });
  });

  test('needs a fund that exists', async () => {
    const input = agreement({ fundId: '019a0000-0000-7000-8000-00000000dead' });
    await expect(createAgreement(terminal, input)).rejects.toMatchObject({ code: 'funds.notFound' });
  });
});

describe('who may', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['a planner of Belu records an agreement',               'planner',              belu, 'auth.forbidden'],
    ['an auditor of Belu records an agreement',              'auditor',              belu, 'auth.forbidden'],
  ] as const)('%s: refused', async (_, role, area, code) => {
    await expect(createAgreement(user(role, area), agreement())).rejects.toMatchObject({ code });
  });

  test('an officer of Alor can neither see nor step nor record an agreement of Belu', async () => {
    const id = await createAgreement(terminal, agreement());
    const officer = user('registration_officer', alor);
    expect((await listAgreements(officer)).map(({ area }) => area)).toEqual([]);
    await expect(getAgreementFile(officer, id)).rejects.toMatchObject({ code: 'agreements.notFound' });
    await expect(stepAgreement(officer, id, 'signed', day('2026-02-01'), null)).rejects.toMatchObject({
      code: 'agreements.notFound',
    });
    await expect(createAgreement(officer, agreement())).rejects.toThrow(/row-level security/);
  });

  test("a village of Belu sees its kabupaten's agreement and can neither move nor decree it; a village of Alor sees nothing", async () => {
    const id = await createAgreement(terminal, agreement());
    const village = user('registration_officer', 5_304_052_001);
    expect((await getAgreementFile(village, id)).agreement.stage).toBe('draft');
    await expect(stepAgreement(village, id, 'signed', day('2026-02-01'), null)).rejects.toThrow(
      /row-level security/,
    );
    await expect(
      createDecree(village, id, {
        kind: 'SK',
        number: 'SK/x',
        signedOn: day('2026-02-02'),
        annexDigest: null,
      }),
    ).rejects.toThrow(/row-level security/);
    const elsewhere = user('registration_officer', 5_305_011_001);
    await expect(getAgreementFile(elsewhere, id)).rejects.toMatchObject({ code: 'agreements.notFound' });
  });

  test('an officer of Belu can record neither a partner nor a fund of Alor, nor of the province', async () => {
    const officer = user('registration_officer', belu);
    for (const area of [alor, 5_300_000_000]) {
      await expect(createPartner(officer, { kind: 'parish', name: 'Paroki', area })).rejects.toMatchObject({
        code: 'areas.outsideScope',
      });
      const fund = { kind: 'csr', name: 'CSR', partnerId, area, year: 2026 } as const;
      await expect(createFund(officer, fund)).rejects.toMatchObject({ code: 'areas.outsideScope' });
    }
  });

  test('every change is in the log, without a name', async () => {
    const { rows } = await database.superuser.query<{ action: string }>(
      'select distinct action from audit_entry order by 1',
    );
    expect(rows.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'agreements.created',
        'agreements.stepped',
        'decrees.created',
        'funds.created',
        'partners.created',
      ]),
    );
  });
});

describe('rules', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['APBD of the province',  'apbd_province', 'government', 'settled'],
    ['APBD of a kabupaten',   'apbd_regency',  'government', 'settled'],
    ['a budget revision',     'apbd_revision', 'government', 'settled'],
    ['Dana Desa',             'dana_desa',     'government', 'uncertain'],
    ['ADD',                   'add',           'government', 'uncertain'],
    ['CSR',                   'csr',           'other',      'settled'],
    ['a partner itself',      'partner',       'other',      'settled'],
    ['the worker',            'worker',        'self',       'settled'],
  ] as const)('%s pays as %s', (_, kind, payer, payerCertainty) => {
    expect(payerOf(kind)).toMatchObject({ payer, payerCertainty });
  });

  test('every kind of fund says on what ground its payer is known', () => {
    for (const kind of fundKinds) expect(payerOf(kind).payerCitation).toMatch(/PP 50\/2025 Pasal \d/);
  });

  test('an ended agreement takes no step, and the first step may be any', () => {
    for (const stage of stages) {
      expect(mayStep('ended', stage)).toBe(false);
      expect(mayStep(null, stage)).toBe(true);
      expect(mayStep(stage, stage)).toBe(false);
    }
  });

  test('a set of programmes survives being bits', () => {
    const all: Programme[] = ['JKK', 'JKM', 'JHT', 'JP', 'JKP'];
    fc.assert(
      fc.property(fc.subarray(all), (programmes) => {
        expect(programmesOf(bitsOf(programmes))).toEqual(programmes);
      }),
    );
  });
});

test('partners come by the page, by seat and name, without a gap or a repetition', async () => {
  await database.superuser.query(
    `insert into partner (partner_id, kind, name, area)
     select gen_random_uuid(), 'company', 'UD ' || n, $1 from generate_series(1, 1100) n`,
    [alor],
  );
  const first = await pageOfPartners(terminal, { area: alor });
  expect(first.partners).toHaveLength(1_000);
  const rest = await pageOfPartners(terminal, { area: alor, after: first.next ?? undefined });
  expect(rest.next).toBeNull();
  const all = await listPartners(terminal, alor);
  expect([...first.partners, ...rest.partners]).toEqual(all);
  expect(new Set(all.map((one) => one.partnerId)).size).toBe(all.length);
  expect(all.length).toBeGreaterThanOrEqual(1_100);
});

describe('among many, one finds', () => {
  const dirun = 5_304_012_008;
  const here = { kind: 'cooperative', name: 'Koperasi 100% Maju', area: dirun } as const;
  const there = { kind: 'cooperative', name: 'Koperasi Maju', area: 5_305_011_001 } as const;
  beforeAll(async () => {
    for (const one of [here, there]) await createPartner(terminal, one);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['words in any order and case',                { q: 'maju KOPERASI' },                 [here.name, there.name]],
    ['a sign of the pattern as it stands',         { q: '100%' },                          [here.name]],
    ['nobody by a word that is not in the name',   { q: 'koperasi tani' },                 []],
    ['those who may have people in a village',     { q: 'a', around: dirun },              ['Pemerintah Kabupaten Belu', here.name]],
    ['the whole kabupaten from above',             { q: 'koperasi', around: belu },        [here.name]],
    ['as many as are asked for',                   { q: 'koperasi', limit: 1 },            [here.name]],
  ] as const)('%s', async (_, of, names) => {
    const { partners, next } = await pageOfPartners(terminal, of);
    expect(partners.map(({ name }) => name)).toEqual(names);
    expect(next === null).toBe(!('limit' in of));
  });

  test.each(['partners', 'funds', 'agreements'])('%s by a text that none can be is refused', async (list) => {
    const app = createApp({ platform, authenticate: async () => user('planner', belu) });
    const answer = await app.request(`/api/${list}?q=a%00b`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      code: 'request.invalid',
      facts: { path: 'q', problem: 'unreadable' },
    });
  });

  test('one partner with its seat, or is told that there is none', async () => {
    await expect(getSeatedPartner(terminal, partnerId)).resolves.toMatchObject({
      areaName: 'Kabupaten Belu',
    });
    await expect(getSeatedPartner(terminal, '019a0000-0000-7000-8000-00000000dead')).rejects.toMatchObject({
      code: 'partners.notFound',
    });
  });

  test('a purse by its name and year, those alone that may pay for an area when asked', async () => {
    for (const [kind, name, area] of [
      ['dana_desa', 'Dana Desa Dirun', dirun],
      ['apbd_regency', 'APBD Alor', alor],
      ['csr', 'Dana sosial', alor],
    ] as const)
      await createFund(terminal, { kind, name, partnerId, area, year: 2031 });
    const names = async (of: Parameters<typeof listFunds>[1]) =>
      (await listFunds(terminal, of)).map(({ name }) => name);
    expect(await names({ q: '2031 DANA' })).toEqual(['Dana Desa Dirun', 'Dana sosial']);
    const village = await listFunds(terminal, { payingFor: dirun });
    expect(village).toEqual((await listFunds(terminal)).filter((fund) => mayPayFor(fund, dirun)));
    expect(village.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Dana Desa Dirun', 'Dana sosial', 'APBD Belu 2026']),
    );
    expect(await names({ q: '2031', limit: 1 })).toEqual(['APBD Alor']);
  });

  test('an agreement by its number, its fund and its partner, open ones alone when asked', async () => {
    const [number, over] = ['CARI/1', 'CARI/2'];
    await createAgreement(terminal, agreement({ number, until: null }));
    await createAgreement(
      terminal,
      agreement({ number: over, from: day('2020-01-01'), until: day('2021-01-01') }),
    );
    const numbers = async (of: Parameters<typeof listAgreements>[1]) =>
      (await listAgreements(terminal, of)).map((one) => one.number);
    expect(await numbers({ q: 'cari apbd kabupaten' })).toEqual([over, number]);
    expect(await numbers({ q: 'cari', open: true })).toEqual([number]);
    expect(await numbers({ q: 'cari', limit: 1 })).toEqual([over]);
    expect(await numbers({ q: 'cari alor' })).toEqual([]);
  });
});
