import { day } from '@payung/kernel';
import { type Explained, Explanation } from '../engine/explain.ts';
import { type Basis, basisOf, type Citation } from '../engine/parameter.ts';
import type { Text } from '../engine/text.ts';
import type { Segment } from '../membership/parameters.ts';
import { PERMENAKER_1_2025 } from '../register/permenaker-1-2025.ts';
import { DOCUMENTS, type DocumentCode } from './document-catalogue.ts';
import { ASKED, type Asked, type Circumstance, type ClaimedProgramme, WHEN } from './document-list.ts';

/** One claim, with what brings in documents that are not asked of everybody. */
export type DocumentsInput = {
  readonly programme: ClaimedProgramme;
  /** One of the grounds of the programme (`GROUNDS`). */
  readonly ground: string;
  readonly segment: Segment;
  readonly circumstances: readonly Circumstance[];
};

/** A document to bring. `when` names the circumstance that asks for it, absent if everybody brings it. */
export type AskedDocument = Basis & {
  readonly code: DocumentCode;
  readonly name: Text;
  readonly issuer: Text;
  readonly why: Text;
  readonly when?: Circumstance;
};

/** The documents of the claim, and those that other circumstances would bring in. */
export type ClaimDocuments = {
  readonly documents: readonly AskedDocument[];
  readonly conditional: readonly {
    readonly code: DocumentCode;
    readonly name: Text;
    readonly when: Circumstance;
    readonly condition: Text;
  }[];
};

type Row = { readonly code: DocumentCode; readonly asked: Asked };

const RULE = 'claim.documents';
// The lists have no dates of their own: they are answered as known on the day they were compared with their sources.
const CHECKED = day('2026-11-26');
const LAWS: Readonly<Record<ClaimedProgramme, Citation>> = {
  JKK: PERMENAKER_1_2025,
  JKM: { law: 'PP 44/2015', article: 'Pasal 40 ayat (3)' },
  JHT: { law: 'Permenaker 4/2022' },
  JP: { law: 'Permenaker 29/2015' },
  JKP: { law: 'PP 37/2021' },
  scholarship: { law: 'Permenaker 5/2021' },
};

/**
 * The documents that a claim asks for, explained, each with who issues it, why it is asked and how we know.
 *
 * Where some are known from practice and were not read, the list is answered as open: otherwise only those that were read.
 *
 * @law Permenaker 5/2021 Pasal 19 and Pasal 79, as amended by Permenaker 1/2025; PP 44/2015 Pasal 40 ayat (3); Permenaker
 *   4/2022; Permenaker 29/2015; Permenaker 4/2023 Pasal 50 and Pasal 57; PP 37/2021
 */
export function claimDocuments(input: DocumentsInput): Explained<ClaimDocuments> {
  const x = new Explanation(RULE, CHECKED);
  const asked = rowsOf(input, ({ when }) => when === undefined || input.circumstances.includes(when));
  const codes = new Set(asked.map(({ code }) => code));
  const other = rowsOf(input, ({ when }) => when !== undefined && !input.circumstances.includes(when)).filter(
    ({ code }) => !codes.has(code),
  );
  for (const row of asked) note(x, row, true);
  for (const row of other) note(x, row, false);
  const read = asked.filter(({ asked: { source } }) => source.confidence === 'quoted');
  if (read.length < asked.length) {
    x.uncertainty({
      id: 'documents.not_read',
      text: {
        id: `${asked.length - read.length} dari ${asked.length} dokumen diketahui dari praktik dan belum dibaca dalam peraturan; kantor cabang dapat meminta yang lain`,
        en: `${asked.length - read.length} of ${asked.length} documents: known from practice and not read in a regulation; the branch may ask for others`,
      },
      changesResult: true,
      otherwise: { documents: read.map(({ code }) => code) },
    });
  }
  return x.result(
    {
      documents: asked.map(documentOf),
      conditional: other.flatMap(({ code, asked: { when } }) =>
        when === undefined ? [] : { code, name: DOCUMENTS[code].name, when, condition: WHEN[when] },
      ),
    },
    { id: `Dokumen yang diminta: ${asked.length}`, en: `Documents asked for: ${asked.length}` },
    LAWS[input.programme],
  );
}

/** The rows of the claim that are chosen, each document once, on the authority that is named first. */
function rowsOf(
  { programme, ground, segment }: DocumentsInput,
  choose: (asked: Asked) => boolean,
): readonly Row[] {
  const rows = ASKED.filter(
    (asked) =>
      asked.programme === programme &&
      (asked.grounds?.includes(ground) ?? true) &&
      (asked.segments?.includes(segment) ?? true) &&
      choose(asked),
  ).flatMap((asked) => asked.codes.map((code): Row => ({ code, asked })));
  return rows.filter(({ code }, index) => rows.findIndex((row) => row.code === code) === index);
}

function documentOf({ code, asked: { when, source } }: Row): AskedDocument {
  return {
    code,
    ...DOCUMENTS[code],
    ...(when !== undefined && { when }),
    ...basisOf(source),
  };
}

function note(x: Explanation, { code, asked: { when, source } }: Row, applies: boolean): void {
  const { name, why } = DOCUMENTS[code];
  x.finding({
    id: `document.${code}`,
    applies,
    because: when ?? 'always',
    text: applies || when === undefined ? asksText(name, why) : unlessText(name, WHEN[when]),
    ...basisOf(source),
  });
}

function asksText(name: Text, why: Text): Text {
  return { id: `${name.id}: ${why.id}`, en: `${name.en}: ${why.en}` };
}

function unlessText(name: Text, condition: Text): Text {
  return {
    id: `Hanya bila ${condition.id}: ${name.id}`,
    en: `Only if ${condition.en}: ${name.en}`,
  };
}
