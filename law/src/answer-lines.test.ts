import { describe, expect, test } from 'vitest';
import { answerLines, reasonTexts } from './answer-lines.ts';
import { explain } from './rules.ts';

describe('a value in words', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // member and value                            Indonesian                                     English
    [{ total: 16_800 },                            'Jumlah: Rp 16.800',                           'Total: Rp 16.800'],
    [{ unpaidMonths: 1 },                          'Belum dibayar: 1 bulan',                      'Not paid for: 1 month'],
    [{ unpaidMonths: 0 },                          'Belum dibayar: 0 bulan',                      'Not paid for: 0 months'],
    [{ pensionAge: 59 },                           'Usia pensiun: 59 tahun',                      'Pension age: 59 years'],
    [{ band: 33 },                                 'Lapisan penghasilan: 33',                     'Income band: 33'],
    [{ deadline: '2026-08-17' },                   'Batas waktu: 17 Agustus 2026',                'Deadline: 17 August 2026'],
    [{ deadline: '2026-08-17T10:30' },             'Batas waktu: 17 Agustus 2026 10:30',          'Deadline: 17 August 2026 10:30'],
    [{ month: '2026-08' },                         'Bulan: Agustus 2026',                         'Month: August 2026'],
    [{ percent: '3.5' },                           'Persentase: 3,5%',                            'Percentage: 3.5%'],
    [{ inTime: false },                            'Tepat waktu: tidak',                          'In time: no'],
    [{ status: 'arrears' },                        'Status: menunggak',                           'Standing: in arrears'],
    [{ benefitMin: null },                         'Manfaat paling sedikit: belum ditetapkan',    'Lowest benefit: not established'],
    [{ monthly: [900_000, 500_000] },              'Sebulan: Rp 900.000, Rp 500.000',             'In a month: Rp 900.000, Rp 500.000'],
    [{ compulsory: ['JKK', 'JKM'] },               'Wajib: JKK, JKM',                             'Compulsory: JKK, JKM'],
    [{ optional: [] },                             'Pilihan: –',                                  'Optional: –'],
    [{ laterMember: 1_000 },                       'laterMember: 1.000',                          'laterMember: 1,000'],
  ])('%j', (answer, id, en) => {
    const shown = (language: 'id' | 'en') => answerLines(answer, language).map((line) => `${line.label}: ${line.value}`);
    expect([shown('id'), shown('en')]).toEqual([[id], [en]]);
  });

  test('that holds others is a heading with these below it', () => {
    const answer = {
      eligible: true,
      JHT: { worker: 2, employer: 4 },
      children: [{ eligible: false, yearAmount: 0 }],
    };
    expect(answerLines(answer, 'en')).toEqual([
      { depth: 0, label: 'JHT', value: '' },
      { depth: 1, label: "Worker's part", value: 'Rp 2' },
      { depth: 1, label: "Employer's part", value: 'Rp 4' },
      { depth: 0, label: 'Child 1', value: '' },
      { depth: 1, label: 'Eligible', value: 'no' },
      { depth: 1, label: 'This year', value: 'Rp 0' },
    ]);
  });
});

describe('an object that is a text', () => {
  test('is written in the language; its name heads what else it holds', () => {
    const documents = [
      {
        name: { id: 'Akta kematian', en: 'Deed of death' },
        issuer: { id: 'Dukcapil', en: 'the civil registry' },
      },
      { citation: { law: 'PP 44/2015', article: 'Pasal 40' }, segment: 'PU' },
      { citation: { law: 'PP 44/2015' } },
    ];
    expect(answerLines({ documents }, 'en')).toEqual([
      { depth: 0, label: 'Document 1', value: 'Deed of death' },
      { depth: 1, label: 'Issued by', value: 'the civil registry' },
      { depth: 0, label: 'Document 2', value: '' },
      { depth: 1, label: 'By', value: 'PP 44/2015 Pasal 40' },
      { depth: 1, label: 'Segment', value: 'PU' },
      { depth: 0, label: 'Document 3', value: '' },
      { depth: 1, label: 'By', value: 'PP 44/2015' },
    ]);
  });
});

describe('what the codes of an answer mean', () => {
  /** The explanation of a rule that was not refused its input. */
  function traceOf(rule: string, input: object) {
    const { trace } = explain(rule, input);
    if (trace === undefined) throw new Error(`${rule} has no explanation`);
    return trace;
  }

  test('each as the explanation says it, with its article', () => {
    const input = { date: '2026-01-01', segment: 'PU', cause: 'workAccident', active: false };
    const trace = traceOf('benefit.jkm', input);
    expect(reasonTexts(trace, ['jkm.workAccident', 'membership.inactive'], 'en')).toEqual([
      expect.stringMatching(/^Death by a work accident: JKK pays, not JKM \[UU 40\/2004/),
      expect.stringMatching(/^The membership was not active on the day of the death \[PP 44\/2015/),
    ]);
  });

  test('once, also where a parameter has the same name', () => {
    const input = { reason: 'age56', balance: 8_000_000, birthDate: '1980-01-01', asOf: '2026-01-01' };
    expect(reasonTexts(traceOf('benefit.jht.withdrawal', input), ['jht.age'], 'en')).toHaveLength(1);
  });

  test('one that the explanation does not name, in its own words; one that nobody knows, as it is', () => {
    const trace = traceOf('membership.vulnerable', { date: '2026-01-01', person: {} });
    expect(reasonTexts(trace, ['vulnerable.noLocalRule', 'later.code'], 'en')).toEqual([
      'No local rule says who is a vulnerable worker',
      'later.code',
    ]);
  });
});
