import { day } from '@payung/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountAt } from '../simulation/answer.ts';
import { f1Headings, nikState, nobody, sheetFile, sheetRow } from './applicant.ts';
import { type Asked, ageRefusal, costOf, deathGrant, registrationAge } from './asked.ts';

/** The server's own list of layouts, which the pages may not import. */
const [forms] = Object.values(
  import.meta.glob<{ columnsOfTemplate: (kind: 'f1_bpu') => readonly { readonly header: string }[] }>(
    '../../../../server/src/modules/rosters/file/forms.ts',
    { eager: true },
  ),
);

const today = day('2026-11-26');
const asked: Asked = { work: 'own', income: '1.000.000', sponsor: 'village', size: 'micro', kabupaten: '' };

function total(of: Asked, at = 'total'): number | undefined {
  const outcome = costOf(of, today);
  return outcome.state === 'answered' ? amountAt(outcome.trace.value, at) : undefined;
}

describe('what it costs', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                       asked                                  rupiah a month
    ['paid by the kabupaten',     { sponsor: 'kabupaten' },              16_800],
    ['paid by the village',       { sponsor: 'village' },                16_800],
    ['paid by oneself, relieved', { sponsor: 'self' },                    8_400],
    ['an income of 2 million',    { sponsor: 'kabupaten', income: '2 juta' }, 26_800],
    ['an income that is none',    { income: 'cukup' },                   undefined],
  ] as const)('%s', (_, changes, amount) => {
    expect(total({ ...asked, ...changes })).toBe(amount);
  });

  test('a wage earner sees what is taken from the wage, by the size of the enterprise', () => {
    const wage: Asked = { ...asked, work: 'wage', income: '3000000' };
    expect(total({ ...wage, size: 'micro' }, 'workerTotal')).toBe(0);
    expect(total({ ...wage, size: 'small' }, 'workerTotal')).toBe(60_000);
    expect(total({ ...wage, size: 'medium' }, 'workerTotal')).toBe(90_000);
  });
});

test('a family gets less while the member is new', () => {
  const grants = [1, 12].map((months) => {
    const outcome = deathGrant(asked, today, months);
    return outcome.state === 'answered' ? amountAt(outcome.trace.value, 'total') : undefined;
  });
  expect(grants).toEqual([10_000_000, 42_000_000]);
});

test('the age of refusal is the parameter of the law, open as it is, and no limit for wage earners', () => {
  expect(registrationAge(today)).toBe(65);
  expect(ageRefusal(asked, 64)).toBeUndefined();
  expect(ageRefusal(asked, 65)?.settled).toBe(false);
  expect(ageRefusal({ ...asked, work: 'wage' }, 65)).toBeUndefined();
});

describe('a NIK as it is typed', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    ['',                     'empty'],
    ['530406170890900',      'short'],
    ['5304061708909001',     'complete'],
    ['5304 0657 0890 9001',  'complete'],
    ['5304.06.310190.9001',  'complete'],
    ['53040617089090011',    'long'],
    ['53040617O8909001',     'notDigits'],
    ['5304060008909001',     'noDate'],
    ['5304063208909001',     'noDate'],
    ['5304064008909001',     'noDate'],
    ['5304067108909001',     'complete'],
    ['5304067208909001',     'noDate'],
    ['5304061713909001',     'noDate'],
    ['5304061708900000',     'noDate'],
  ] as const)('%s is %s', (typed, state) => {
    expect(nikState(typed)).toBe(state);
  });
});

describe('the sheet', () => {
  const beside = { kabupaten: 'Kabupaten Belu', income: '1000000', programmes: 'JKK, JKM' };

  test('has the headings by which a list is known as F1 BPU', () => {
    expect(f1Headings).toEqual(forms?.columnsOfTemplate('f1_bpu').map(({ header }) => header));
  });

  test('has each answer under its heading, and leaves the rest to the office', () => {
    const row = sheetRow(
      {
        ...nobody,
        nik: '5304 0617 0890 9001',
        name: ' Yohanes Seran ',
        birthDate: '1990-08-17',
        work: 'Petani',
      },
      beside,
    );
    const filled = f1Headings.flatMap((heading, place) => (row[place] === '' ? [] : [[heading, row[place]]]));
    expect(Object.fromEntries(filled)).toEqual({
      No: '1',
      NIK: '5304061708909001',
      'Nama Lengkap': 'Yohanes Seran',
      'Tanggal Lahir': '17-08-1990',
      'Jenis Pekerjaan 1': 'Petani',
      'Kabupaten/Kota': 'Kabupaten Belu',
      Penghasilan: '1000000',
      Program: 'JKK, JKM',
    });
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['+62 812 3700 0001', '"+62 812 3700 0001"'],
    ['+1+cmd',            `"'+1+cmd"`],
    ['-1',                `"'-1"`],
    ['a "b"; c',          '"a ""b""; c"'],
  ])('%s in the file is %s', (phone, cell) => {
    expect(sheetFile(sheetRow({ ...nobody, phone }, beside))).toContain(`;${cell};`);
  });

  test('as a file is two lines, whatever was typed, and nothing in it is carried out', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (address) => {
        const file = sheetFile(
          sheetRow({ ...nobody, address: `=${address.replace(/[\r\n]/g, '')}` }, beside),
        );
        expect(file.trimEnd().split('\r\n')).toHaveLength(2);
        expect(file).toContain(`;"'=`);
      }),
    );
  });
});
