import { ageOn, type Day, firstDay } from '@payung/kernel';
import { coverElsewhere, isWanted, payersElsewhere, wantedUnder } from '#memberships';
import { type Agreement, getAgreement } from '#partners';
import { readOccupation } from '#people';
import type { Permission } from '#platform/access';
import { type Context, match, read } from '#platform/context';
import { Refusal } from '#platform/refusal';
import { ageLimits } from '#rosters';
import { judge, lawRule } from '../criteria.ts';
import { byScore, type Candidate, type Proposal, type Reason, type Rule } from '../model.ts';
import {
  listDisputed,
  listOnOtherLists,
  listPeople,
  listStated,
  listVillage,
  type VillagePerson,
} from '../store/candidates.ts';
import { findProposal } from '../store/proposals.ts';
import { getRule } from './rules.ts';

/** Everybody of the village of a proposal, weighed by its rule. */
export interface CandidateList {
  readonly proposal: Proposal;
  /** Undefined: by the criterion that is proposed where there is no local rule. */
  readonly rule: Rule | undefined;
  readonly candidates: readonly Candidate[];
}

/**
 * Everybody recorded in the village of a proposal, with what speaks for and against a place, in the order proposed to the meeting.
 *
 * @throws Refusal auth.forbidden, selection.notFound
 */
export async function listCandidates(
  ctx: Context,
  proposalId: string,
  permission: Permission = 'selection.read',
): Promise<CandidateList> {
  const found = await read(ctx, permission, async (tx) => {
    const proposal = await findProposal(tx, proposalId);
    if (proposal === undefined) throw new Refusal('selection.notFound');
    const people = await listVillage(tx, proposal.area);
    const others = await listOnOtherLists(tx, proposalId, idsOf(people));
    return {
      proposal,
      rule: proposal.ruleId === null ? undefined : await getRule(tx, proposal.ruleId),
      agreement: await getAgreement(tx, proposal.agreementId),
      people,
      others,
    };
  });
  const { proposal, rule } = found;
  const people = await withStated(ctx, permission, found.people);
  const obstacles = await obstaclesOf(ctx, permission, found, people);
  const on = firstDay(proposal.from);
  const localRule = lawRule(rule, proposal.area);
  const candidates = people.map((person): Candidate => {
    const judged = judge(localRule, person, on);
    const listed: Reason[] = found.others.has(person.personId) ? [{ code: 'selection.otherList' }] : [];
    const reasons = [...(obstacles.get(person.personId) ?? []), ...listed, ...judged.because];
    return {
      personId: person.personId,
      name: person.name,
      sex: person.sex,
      birthDate: person.birthDate,
      age: person.birthDate === null ? null : ageOn(person.birthDate, on),
      rt: person.rt,
      rw: person.rw,
      occupation: person.occupationText,
      findings: person.findings,
      verdict: reasons.length > 0 ? 'excluded' : judged.eligible === true ? 'eligible' : 'open',
      reasons,
      missing: judged.missing,
      score: judged.met.length,
    };
  });
  return { proposal, rule, candidates: byScore(candidates) };
}

/** The people with the decile that a list stated, where nobody here has found another. */
export async function withStated(
  ctx: Context,
  permission: Permission,
  people: readonly VillagePerson[],
): Promise<VillagePerson[]> {
  const stated = await match(ctx, permission, (tx) => listStated(tx, idsOf(people)));
  return people.map((person) => {
    const listing = stated.get(person.personId);
    return listing === undefined || person.findings.register !== null
      ? person
      : { ...person, findings: { ...person.findings, ...listing } };
  });
}

/**
 * What stands against these people as things are now, whatever the criteria say. Looks across all areas, and tells of a
 * protection elsewhere only its kind of fund and whether it is active or agreed.
 */
export async function obstaclesOf(
  ctx: Context,
  permission: Permission,
  terms: { readonly proposal: Pick<Proposal, 'from'>; readonly agreement: Agreement },
  people: readonly VillagePerson[],
): Promise<Map<string, Reason[]>> {
  const on = firstDay(terms.proposal.from);
  const { disputed, protection } = await match(ctx, permission, async (tx) => ({
    disputed: await listDisputed(tx, idsOf(people)),
    protection: Map.groupBy(
      await coverElsewhere(tx, idsOf(people), terms.proposal.from),
      ({ personId }) => personId,
    ),
  }));
  return new Map(
    people.map((person) => {
      const standing = protection.get(person.personId) ?? [];
      // A place is not given to whom another fund agreed to pay for, also before it pays. Another employer takes it from nobody.
      const other = payersElsewhere(standing, wantedUnder(terms.agreement)).find(({ by }) => by === 'fund');
      const elsewhere: Reason[] =
        other === undefined
          ? []
          : [{ code: 'selection.elsewhere', fund: other.membership.fundKind, state: other.state }];
      const isMember = standing.some((one) => isWanted(terms.agreement, one));
      const own: Reason[] = isMember ? [{ code: 'selection.alreadyMember' }] : [];
      const number: Reason[] = disputed.has(person.personId) ? [{ code: 'selection.disputed' }] : [];
      return [person.personId, [...personalObstacles(person, on), ...number, ...own, ...elsewhere]];
    }),
  );
}

function personalObstacles(person: VillagePerson, on: Day): Reason[] {
  const { birthDate } = person;
  const codes = [
    person.dead && ('selection.dead' as const),
    !person.numbered && ('selection.withoutNik' as const),
    birthDate === null && ('selection.birthUnknown' as const),
    birthDate !== null && ageOn(birthDate, on) < ageLimits.youngest && ('selection.tooYoung' as const),
    !readOccupation(person.occupationText).isWork && ('selection.notWorker' as const),
  ];
  return codes.flatMap((code) => (code === false ? [] : [{ code }]));
}

/** What stands against those of these people whom the scope still shows. */
export async function obstaclesNow(
  ctx: Context,
  permission: Permission,
  terms: {
    readonly proposal: Pick<Proposal, 'from'> & { readonly area: number };
    readonly agreement: Agreement;
  },
  personIds: readonly string[],
): Promise<Map<string, Reason[]>> {
  const people = await read(ctx, permission, (tx) => listPeople(tx, personIds));
  return obstaclesOf(
    ctx,
    permission,
    terms,
    people.filter(({ area }) => area === terms.proposal.area),
  );
}

function idsOf(people: readonly VillagePerson[]): string[] {
  return people.map(({ personId }) => personId);
}
