import { describe, expect, test } from 'vitest';
import { memberGroups, partnerKinds, purseKinds, stages } from '../server/src/modules/partners/model.ts';
import { permissions, roles } from '../server/src/platform/access/roles.ts';
import { entryId } from '../server/src/platform/messages/entry-id.ts';
import { id } from '../server/src/platform/messages/id.ts';
import { say, type WordKind, wordOf } from '../server/src/platform/messages/index.ts';
import { rowsId } from '../server/src/platform/messages/rows-id.ts';
import { wordsId } from '../server/src/platform/messages/words-id.ts';
import type { Facts } from '../server/src/platform/refusal/index.ts';
import { filesIn } from './source-files.ts';

/** The codes that a pattern captures in the sources. */
function captured(folder: string, files: RegExp, ...patterns: readonly RegExp[]): string[] {
  const text = filesIn([folder], files)
    .filter(({ path }) => !path.includes('.test.'))
    .map((file) => file.text)
    .join('\n');
  return [
    ...new Set(patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, code]) => code ?? ''))),
  ];
}

/** The members of an array of strings. */
function listed(folder: string, file: RegExp, name: string): string[] {
  const [source] = filesIn([folder], file);
  const declaration =
    new RegExp(`export const ${name} = \\[([^\\]]*)\\]`).exec(source?.text ?? '')?.[1] ?? '';
  return [...declaration.matchAll(/'([^']+)'/g)].map(([, code]) => code ?? '');
}

/** The members of a union of strings. */
function union(folder: string, file: RegExp, type: string): string[] {
  const [source] = filesIn([folder], file);
  const declaration = new RegExp(`export type ${type} =([^;]*);`).exec(source?.text ?? '')?.[1] ?? '';
  return [...declaration.replaceAll(/\/\/.*/g, '').matchAll(/'([^']+)'/g)].map(([, code]) => code ?? '');
}

const invalid = /'request\.invalid', \{[^}]*?\bproblem: '(\w+)'/g;
const file = 'server/src/modules/rosters/file';
const billing = 'server/src/modules/billing';

/** Where the codes of each kind are declared or given. */
const codes: Readonly<Record<WordKind | 'message', readonly string[]>> = {
  permission: Object.keys(permissions),
  role: roles,
  stage: stages,
  group: memberGroups,
  partner: partnerKinds,
  payment: listed('server/src/modules/memberships', /\/partner-list\.ts$/, 'paymentStates'),
  change: ['entered', 'left'],
  leaving: [
    ...listed('server/src/modules/memberships', /\/leaving\.ts$/, 'leavingReasons'),
    'agreement_ended',
  ],
  answer: ['true', 'false'],
  confidence: ['high', 'medium', 'low'],
  fund: purseKinds,
  format: [
    ...captured(file, /\/guard\.ts$/, /found: '(\w+)'/g, /return '(\w+)'/g),
    ...captured('server/src/modules', /\/look\.ts$/, /found: error\.facts\.found \?\? '(\w+)'/g),
  ],
  column: union(file, /\/header-words\.ts$/, 'Field'),
  heading: captured(`${billing}/statement`, /\/columns\.ts$/, /\? \['(\w+)'\] : \[\]/g),
  statement: captured(`${billing}/statement`, /\/read\.ts$/, /\bproblem: '(\w+)'/g),
  law: union('law/src/engine', /\/error\.ts$/, 'LawErrorCode'),
  field: captured(
    'server/src',
    /\.ts$/,
    /'(?:request\.invalid|law\.refused)', \{[^}]*?\bpath: '(\w+)'/g,
    /refuseNik\('(\w+)'/g,
  ),
  fault: [
    ...captured('server/src', /\.ts$/, invalid, /invalid\(path, (?:[^')]*\? )?'(\w+)'/g),
    ...captured('server/src', /(?:routes|schemas|code)\.ts$/, /message: '([a-z]+[A-Z]\w+|ordered)'/g),
  ],
  message: union(file, /\/problem\.ts$/, 'FileProblemCode'),
};

/** Kinds that the terminal asks for by themselves. */
const printed = new Set(['role', 'group', 'partner', 'payment', 'change', 'leaving', 'answer', 'confidence']);

/** Facts that are no codes: numbers, days, names of people's making, and what somebody wrote. Any other must name its kind. */
const plainFacts = new Set(
  `lastDay from office village kind seats holders day today incomplete people seconds limit code branch known partner name number
  fund bill payments bills enrolled bad days bytes month paid least similar email path problem id area occupation before now percent
  regency through row sheet digits provinceCode letters count nik given age youngest tooOld nearest candidates columns accepted open
  excess numbers amount text state through`.split(/\s+/),
);

/** Words that both languages, or a code and its word, have in common. */
const common = new Set(
  'add csr auditor pdf xml rt rw dusun nik kk kpj npp bank segment zip rar ole html opendocument bpd lpm pkk umkm'.split(
    ' ',
  ),
);

/** What only a program would write: camelCase, snake_case, or a word with a point inside; addresses of the interface may. */
const raw = /(?<![/\w])(?:[a-z]+[A-Z]\w*|[a-z0-9]+_\w+|[a-z]+\.[a-zA-Z]+)/;

interface Place {
  readonly fact: string;
  readonly kind: string | undefined;
}

const placesOf = (texts: readonly string[]): Place[] =>
  texts.flatMap((text) =>
    [...text.matchAll(/\{(\w+)(?::(\w+))?\}/g)].map(([, fact = '', kind]) => ({ fact, kind })),
  );

/** Other facts as a message would get them. */
const others: Facts = Object.fromEntries([...plainFacts].map((fact) => [fact, 7]));

const messages = Object.entries(id).map(([code, texts]) => ({ code, texts, places: placesOf(texts) }));

describe.each(Object.entries(codes))('the %s', (kind, declared) => {
  test('are found where they are declared', () => {
    expect(declared.length).toBeGreaterThan(0);
    expect(
      printed.has(kind) || messages.some(({ places }) => places.some((place) => place.kind === kind)),
    ).toBe(true);
  });
});

// The kind "message" is a whole text of its own, which its catalogue has.
const worded = Object.entries(codes).filter(([kind]) => kind !== 'message');

test.each(worded)('the %s have a word each, in both languages', (kind, declared) => {
  const without = declared.filter(
    (code) =>
      wordOf('id', kind as WordKind, code) === undefined ||
      wordOf('en', kind as WordKind, code) === undefined,
  );
  expect(without).toEqual([]);
});

test('no fact of a message is a code without a kind', () => {
  const unnamed = messages.flatMap(({ code, places }) =>
    places.flatMap(({ fact, kind }) => {
      const known = kind === undefined ? plainFacts.has(fact) : kind in codes;
      return known ? [] : [`${code}: ${fact}`];
    }),
  );
  expect(unnamed).toEqual([]);
});

test('every message with every code it can hold is Indonesian', () => {
  const said = messages.flatMap(({ code, places }) => {
    const worded = places.filter((place) => place.kind !== undefined);
    const given =
      worded.length === 0
        ? [others]
        : worded.flatMap(({ kind }) =>
            (codes[kind as keyof typeof codes] ?? []).map((value) => ({
              ...others,
              most: 7,
              found: 'pdf',
              field: 'nik',
              ...Object.fromEntries(
                worded.map((place) => [
                  place.fact,
                  place.kind === kind ? value : (codes[place.kind as keyof typeof codes]?.[0] ?? ''),
                ]),
              ),
            })),
          );
    return given.map((facts) => ({ code, facts, ...say('id', code as keyof typeof id, facts) }));
  });
  const left = said.flatMap(({ code, text, remedy }) =>
    [text, remedy].flatMap((one) => {
      const found =
        raw.exec(one.replaceAll(/\bmisalnya \S+/g, ''))?.[0] ?? (/[{}]/.test(one) ? one : undefined);
      return found === undefined ? [] : [`${code}: ${found} in "${one}"`];
    }),
  );
  expect(left).toEqual([]);
  expect(said.length).toBeGreaterThan(300);
});

test('no Indonesian word is the English code itself', () => {
  const english = Object.entries(wordsId).flatMap(([kind, words]) =>
    Object.entries(words).flatMap(([code, word]) =>
      word.toLowerCase() === code.toLowerCase() && !common.has(code) ? [`${kind} ${code}`] : [],
    ),
  );
  expect(english).toEqual([]);
});

test('somebody who is registered alone is told nothing of rows, files and columns', () => {
  const ofFiles = /\b(?:baris(?:nya)?|berkas|kolom(?:nya)?|lembar|sel|keluarkan)\b/i;
  // What is found only between rows, in the layout of a file, or of a list that is accepted later.
  const never =
    /^(?:file|ignored|life|payments|statement|matched|rosters)\.|InFile$|Since$|^known\.repeated$|^date\.serial$/;
  const left = Object.entries({ ...rowsId, ...entryId }).flatMap(([code, texts]) =>
    never.test(code) || !ofFiles.test(texts.join(' ')) ? [] : [`${code}: ${texts.join(' ')}`],
  );
  expect(left).toEqual([]);
});
