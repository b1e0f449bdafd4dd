import { createHash } from 'node:crypto';
import { formatNikMasked } from '@payung/identity';
import { type Decree, getDecree } from '#partners';
import { numbersOf } from '#people';
import { type Context, change, read, type Tx } from '#platform/context';
import { Refusal } from '#platform/refusal';
import type { AnnexLine, Proposal, Rule } from '../model.ts';
import { listAnnex } from '../store/annex.ts';
import { listPeople } from '../store/candidates.ts';
import { findProposal } from '../store/proposals.ts';
import { getRule } from './rules.ts';

/**
 * The lines that name these people of the village, in this order, as they stand now.
 *
 * @throws Refusal selection.gone when one of them has moved away, died or lost the number since
 */
export async function annexOf(
  tx: Tx,
  proposal: Proposal,
  personIds: readonly string[],
): Promise<AnnexLine[]> {
  const numbers = await numbersOf(tx, personIds);
  const people = new Map((await listPeople(tx, personIds)).map((person) => [person.personId, person]));
  const lines = personIds.flatMap((personId, n): AnnexLine[] => {
    const [person, nik] = [people.get(personId), numbers.get(personId)];
    if (person === undefined || nik === undefined || person.dead || person.area !== proposal.area) return [];
    const { name, sex, birthDate, rt, rw, occupationText: occupation } = person;
    const nikMasked = formatNikMasked(nik);
    const villageName = proposal.areaName;
    return [{ place: n + 1, personId, name, nikMasked, sex, birthDate, villageName, rt, rw, occupation }];
  });
  if (lines.length !== personIds.length) {
    throw new Refusal('selection.gone', { people: personIds.length - lines.length });
  }
  return lines;
}

/** SHA-256 of an annex, the same for the same names in the same order. */
export function digestOf(lines: readonly AnnexLine[]): Buffer {
  const text = lines.map((one) =>
    [one.place, one.personId, one.name, one.nikMasked, one.villageName, one.rt, one.rw, one.occupation].join(
      '\t',
    ),
  );
  return createHash('sha256').update(text.join('\n')).digest();
}

/** A line as it is printed: with the whole number where that was asked for and may be told. */
export type PrintedLine = AnnexLine & { readonly nik: string; readonly isSubstitute: boolean };

/** minutes: the Berita Acara, with everybody by rank; decree: the SK, with those who fill a place. */
export const documentKinds = ['decree', 'minutes'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** A document of a list, to be printed. */
export interface PrintedDocument {
  readonly kind: DocumentKind;
  readonly proposal: Proposal;
  readonly decree: Decree;
  /** Undefined: by the criterion that is proposed where there is no local rule. */
  readonly rule: Rule | undefined;
  readonly lines: readonly PrintedLine[];
}

/**
 * The annex of a document of a proposal, with numbers masked.
 *
 * @throws Refusal auth.forbidden, selection.notFound, selection.noDecree
 */
export function getAnnex(
  ctx: Context,
  proposalId: string,
  kind: DocumentKind = 'decree',
): Promise<PrintedDocument> {
  return read(ctx, 'selection.read', async (tx) => {
    const proposal = await findProposal(tx, proposalId);
    if (proposal === undefined) throw new Refusal('selection.notFound');
    const decreeId = kind === 'decree' ? proposal.decreeId : proposal.minutesId;
    if (decreeId === null) throw new Refusal('selection.noDecree');
    const decree = await getDecree(tx, proposal.agreementId, decreeId);
    const lines = await listAnnex(tx, decreeId);
    const rule = proposal.ruleId === null ? undefined : await getRule(tx, proposal.ruleId);
    return {
      kind,
      proposal,
      decree,
      rule,
      lines: lines.map((line) => ({
        ...line,
        nik: line.nikMasked,
        isSubstitute: line.place > proposal.quota,
      })),
    };
  });
}

/**
 * The same with whole numbers, for the copy that is signed. The reading is recorded. A number that is no longer the one decreed
 * stays masked.
 *
 * @throws Refusal auth.forbidden, selection.notFound, selection.noDecree
 */
export async function revealAnnex(
  ctx: Context,
  proposalId: string,
  kind: DocumentKind = 'decree',
): Promise<PrintedDocument> {
  const printed = await getAnnex(ctx, proposalId, kind);
  const { proposal, lines } = printed;
  const numbers = await change(ctx, 'people.reveal', async (tx) => {
    const found = await numbersOf(
      tx,
      lines.map(({ personId }) => personId),
    );
    await tx.record({
      action: 'selection.numbersPrinted',
      subjectKind: 'proposal',
      subjectId: proposalId,
      area: proposal.area,
      facts: { people: found.size },
    });
    return found;
  });
  return {
    ...printed,
    lines: lines.map((line) => {
      const nik = numbers.get(line.personId);
      return nik !== undefined && formatNikMasked(nik) === line.nikMasked ? { ...line, nik } : line;
    }),
  };
}
