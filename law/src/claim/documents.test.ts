import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerRequest } from '../engine/run.ts';
import { regulationsIn } from '../register/citation.ts';
import { findRegulation } from '../register/regulations.ts';
import { DOCUMENTS } from './document-catalogue.ts';
import {
  ASKED,
  CIRCUMSTANCES,
  type Circumstance,
  type ClaimedProgramme,
  GROUNDS,
  SEGMENTS,
} from './document-list.ts';
import { claimDocuments } from './documents.ts';
import { claimDocumentsRule } from './documents-rule.ts';

const RULE = 'claim.documents';
const ask = (input: object) => answerRequest(new Map([[RULE, claimDocumentsRule]]), RULE, input);

const PROGRAMMES: readonly ClaimedProgramme[] = ['JKK', 'JKM', 'JHT', 'JP', 'JKP', 'scholarship'];
const CLAIMS = PROGRAMMES.flatMap((programme) =>
  GROUNDS[programme].flatMap((ground) =>
    SEGMENTS[programme].map((segment) => ({ programme, ground, segment })),
  ),
);
const codes = (claim: (typeof CLAIMS)[number], circumstances: readonly Circumstance[] = []) =>
  claimDocuments({ ...claim, circumstances }).value.documents.map(({ code }) => code);

describe('what a claim asks for', () => {
  // biome-ignore format: aligned table of cases
  test.each([
    // case                      programme  ground         segment  circumstances             documents
    ['JKM of an employee',      'JKM',      'death',       'PU',    [],                       ['claimForm', 'memberCard', 'deathCertificate', 'heirCertificate', 'heirId', 'familyCard', 'memberId', 'bankAccount', 'workReference']],
    ['a widow brings the book', 'JKM',      'death',       'BPU',   ['spouseHeir'],           ['claimForm', 'memberCard', 'deathCertificate', 'heirCertificate', 'heirId', 'familyCard', 'memberId', 'bankAccount', 'marriageBook']],
    ['on a building site',      'JKM',      'death',       'JAKON', [],                       ['claimForm', 'projectNumber', 'deathDeed', 'heirCertificate', 'memberId', 'heirId', 'familyCard', 'bankAccount']],
    ['abroad, on leave',        'JKM',      'death',       'PMI',   ['onLeave'],              ['claimForm', 'memberCard', 'memberId', 'heirId', 'familyCard', 'deathCertificate', 'heirCertificate', 'bankAccount', 'leaveStatement']],
    ['JKK on a public road',    'JKK',      'stmb',        'BPU',   ['publicRoad'],           ['secondReport', 'memberCard', 'memberId', 'doctorCertificate', 'firstReport', 'witnessStatements', 'bankAccount', 'policeReport']],
    ['JHT at 56',               'JHT',      'age56',       'PU',    [],                       ['memberCard', 'memberId', 'bankAccount']],
    ['JHT for a house',         'JHT',      'partial',     'PU',    ['housing'],              ['memberCard', 'memberId', 'housingDocuments', 'bankAccount']],
    ['JP of an orphan',         'JP',       'child',       'PU',    ['minorHeir'],            ['claimForm', 'memberCard', 'birthCertificate', 'familyCard', 'deathCertificate', 'heirCertificate', 'guardianCertificate', 'guardianId', 'bankAccount']],
    ['JKP, the first month',    'JKP',      'firstMonth',  'PU',    [],                       ['terminationProof', 'searchCommitment', 'bankAccount']],
    ['JKP, later months',       'JKP',      'laterMonth',  'PU',    ['training'],             ['selfAssessment', 'searchProof', 'trainingAttendance']],
    ['a scholarship',           'scholarship', 'yearly',   'BPU',   [],                       ['scholarshipForm', 'birthCertificate', 'familyCard', 'schoolStatement', 'schoolReport', 'bankAccount', 'guardianId']],
  ] as const)('%s', (_, programme, ground, segment, circumstances, documents) => {
    expect(codes({ programme, ground, segment }, circumstances)).toEqual(documents);
  });

  test('each with issuer, reason, citation and how we know; and what other circumstances would ask', () => {
    const { answer, trace } = ask({
      programme: 'JKM',
      ground: 'death',
      segment: 'JAKON',
      circumstances: ['namedInWill'],
    });
    expect(answer).toMatchObject({
      conditional: [
        { code: 'courtDetermination', when: 'unlistedHeir' },
        { code: 'marriageBook', when: 'spouseHeir' },
        { code: 'birthCertificate', when: 'minorHeir' },
        { code: 'guardianCertificate', when: 'minorHeir' },
        { code: 'guardianId', when: 'minorHeir' },
        { code: 'taxNumber', when: 'over50Million' },
      ],
    });
    expect(answer).toHaveProperty('documents.4', {
      code: 'notarialWill',
      ...DOCUMENTS.notarialWill,
      when: 'namedInWill',
      citation: { law: 'Permenaker 5/2021 jo. Permenaker 1/2025', article: 'Pasal 79 ayat (2a)' },
      confidence: 'quoted',
    });
    expect(
      trace?.parts.find((part) => part.kind === 'finding' && part.id === 'document.marriageBook'),
    ).toMatchObject({
      applies: false,
      because: 'spouseHeir',
      text: { en: 'Only if a widow or widower is paid: Marriage book or deed' },
    });
  });

  test('a list of which all was read is settled; otherwise it is open, with those that were read', () => {
    expect(ask({ programme: 'scholarship', ground: 'yearly' }).trace?.settled).toBe(true);
    const { trace } = ask({ programme: 'JHT', ground: 'age56' });
    expect(trace?.settled).toBe(false);
    expect(trace?.parts.at(-1)).toMatchObject({
      id: 'documents.not_read',
      otherwise: { documents: ['memberCard', 'memberId'] },
    });
  });
});

describe('the list', () => {
  test('names every document, every circumstance, and only regulations of the register', () => {
    expect(new Set(ASKED.flatMap((asked) => asked.codes))).toEqual(new Set(Object.keys(DOCUMENTS)));
    expect(new Set(ASKED.flatMap(({ when }) => when ?? []))).toEqual(new Set(CIRCUMSTANCES));
    const laws = new Set(ASKED.flatMap(({ source }) => regulationsIn(source.law)));
    expect([...laws].filter((law) => findRegulation(law) === undefined)).toEqual([]);
  });

  test('every row belongs to a claim that there is', () => {
    const strays = ASKED.filter(
      ({ programme, grounds = GROUNDS[programme], segments = SEGMENTS[programme] }) => {
        const known: readonly string[] = GROUNDS[programme];
        return (
          grounds.some((ground) => !known.includes(ground)) ||
          segments.some((segment) => !SEGMENTS[programme].includes(segment))
        );
      },
    );
    expect(strays).toEqual([]);
  });

  test('every death asks for proof of death and of the heirs', () => {
    const deaths = CLAIMS.filter(({ ground }) => ground === 'death');
    expect(deaths.length).toBe(11);
    for (const claim of deaths) {
      const asked = codes(claim);
      expect(asked).toContain('heirCertificate');
      expect(asked.includes('deathCertificate') || asked.includes('deathDeed')).toBe(true);
    }
  });
});

// biome-ignore format: aligned table of cases
test.each([
  // case                              input                                                                                          code                 path
  ['a ground of another programme',    { programme: 'JKM', ground: 'care' },                                                          'input.range',       'ground'],
  ['no ground',                        { programme: 'JKM' },                                                                          'input.missing',     'ground'],
  ['JP is for wage earners',           { programme: 'JP', ground: 'oldAge', segment: 'BPU' },                                         'input.combination', 'segment'],
  ['construction has no JHT',          { programme: 'JHT', ground: 'age56', segment: 'JAKON' },                                       'input.combination', 'segment'],
  ['a circumstance not listed',        { programme: 'JKM', ground: 'death', circumstances: ['rain'] },                                'input.range',       'circumstances.0'],
  ['the same circumstance twice',      { programme: 'JKM', ground: 'death', circumstances: ['spouseHeir', 'spouseHeir'] },            'input.combination', 'circumstances'],
])('%s', (_, input, code, path) => {
  expect(ask(input).answer).toMatchObject({ error: { code, path } });
});

describe('properties', () => {
  const claim = fc.constantFrom(...CLAIMS);
  const some = fc.subarray([...CIRCUMSTANCES]);

  test('a circumstance more never takes a document away; each document is named once', () => {
    fc.assert(
      fc.property(claim, some, some, (asked, few, more) => {
        const fewer = codes(asked, few);
        const all = codes(asked, [...new Set([...few, ...more])]);
        expect(all).toEqual(expect.arrayContaining(fewer));
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });

  test('what is asked and what might be are all that the claim knows', () => {
    fc.assert(
      fc.property(claim, some, (asked, circumstances) => {
        const { documents, conditional } = claimDocuments({ ...asked, circumstances }).value;
        const named = [...documents, ...conditional].map(({ code }) => code).sort();
        expect(named).toEqual(codes(asked, CIRCUMSTANCES).sort());
      }),
    );
  });
});
