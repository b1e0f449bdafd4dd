import { createHash } from 'node:crypto';
import { formatNikMasked } from '@payung/identity';
import type { Day } from '@payung/kernel';
import { type Decree, getAgreement, getDecree, recordDecree } from '#partners';
import { numbersOf } from '#people';
import { type Context, change, read } from '#platform/context';
import { Refusal } from '#platform/refusal';
import { type AnnexLine, type Proposal, type Rule, standings } from '../model.ts';
import { insertAnnex, listAnnex } from '../store/annex.ts';
import { listPeople } from '../store/candidates.ts';
import { listEntries } from '../store/entries.ts';
import * as store from '../store/proposals.ts';
import { holdProposal } from './proposals.ts';
import { getRule } from './rules.ts';

/** The SK as its signatory issues it. */
export interface DecreeOfList {
  readonly number: string;
  readonly signedOn: Day;
  readonly signedBy: string;
  /** Office of the signatory, such as Bupati Belu. */
  readonly signedAs: string;
}

/**
 * Records the SK of a verified list, and freezes its annex: whoever fills a place, by name, in the order of the list.
 *
 * @throws Refusal auth.forbidden, selection.notFound, selection.notVerified, selection.dayAhead, decrees.exists,
 *   selection.gone when somebody on the list has moved away, died or lost the number since
 */
export async function decreeProposal(ctx: Context, proposalId: string, input: DecreeOfList): Promise<void> {
  await change(ctx, 'selection.verify', async (tx) => {
    const proposal = await holdProposal(tx, proposalId);
    if (proposal.state !== 'verified') throw new Refusal('selection.notVerified');
    if (input.signedOn > tx.platform.clock.today()) throw new Refusal('selection.dayAhead');
    const entries = await listEntries(tx, proposalId);
    const stand = standings(entries, proposal.quota);
    const named = entries.filter(({ personId }) => stand.get(personId) === 'in');
    const ids = named.map(({ personId }) => personId);
    const numbers = await numbersOf(tx, ids);
    const people = new Map((await listPeople(tx, ids)).map((person) => [person.personId, person]));
    const lines = named.flatMap(({ personId }, n): AnnexLine[] => {
      const [person, nik] = [people.get(personId), numbers.get(personId)];
      if (person === undefined || nik === undefined || person.dead || person.area !== proposal.area)
        return [];
      const { name, sex, birthDate, rt, rw, occupationText: occupation } = person;
      const nikMasked = formatNikMasked(nik);
      const villageName = proposal.areaName;
      return [{ place: n + 1, personId, name, nikMasked, sex, birthDate, villageName, rt, rw, occupation }];
    });
    if (lines.length !== named.length) {
      throw new Refusal('selection.gone', { people: named.length - lines.length });
    }
    const digest = digestOf(lines);
    const agreement = await getAgreement(tx, proposal.agreementId);
    const decree = await recordDecree(
      tx,
      agreement,
      { kind: 'SK', ...input, annexDigest: digest.toString('hex') },
      proposal.area,
    );
    await insertAnnex(tx, decree.decreeId, proposal.area, lines);
    await store.stepProposal(tx, proposal, 'decreed', { decreeId: decree.decreeId });
    await tx.record({
      action: 'selection.decreed',
      subjectKind: 'proposal',
      subjectId: proposalId,
      area: proposal.area,
      facts: { people: lines.length, number: input.number },
      digest,
    });
  });
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
export type PrintedLine = AnnexLine & { readonly nik: string };

/** The decree of a list, to be printed. */
export interface PrintedDecree {
  readonly proposal: Proposal;
  readonly decree: Decree;
  /** Undefined: by the criterion that is proposed where there is no local rule. */
  readonly rule: Rule | undefined;
  readonly lines: readonly PrintedLine[];
}

/**
 * The annex of the decree of a proposal, with numbers masked.
 *
 * @throws Refusal auth.forbidden, selection.notFound, selection.noDecree
 */
export function getAnnex(ctx: Context, proposalId: string): Promise<PrintedDecree> {
  return read(ctx, 'selection.read', async (tx) => {
    const proposal = await store.findProposal(tx, proposalId);
    if (proposal === undefined) throw new Refusal('selection.notFound');
    if (proposal.decreeId === null) throw new Refusal('selection.noDecree');
    const decree = await getDecree(tx, proposal.agreementId, proposal.decreeId);
    const lines = await listAnnex(tx, proposal.decreeId);
    const rule = proposal.ruleId === null ? undefined : await getRule(tx, proposal.ruleId);
    return { proposal, decree, rule, lines: lines.map((line) => ({ ...line, nik: line.nikMasked })) };
  });
}

/**
 * The same with whole numbers, for the copy that is signed. The reading is recorded. A number that is no longer the one decreed
 * stays masked.
 *
 * @throws Refusal auth.forbidden, selection.notFound, selection.noDecree
 */
export async function revealAnnex(ctx: Context, proposalId: string): Promise<PrintedDecree> {
  const printed = await getAnnex(ctx, proposalId);
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
