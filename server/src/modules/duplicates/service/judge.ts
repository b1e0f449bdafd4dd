import { comparePeople, couldBeOne, type NormalisedName, normaliseName } from '@payung/identity';
import type { Context, Tx } from '#platform/context';
import { type KnownPerson, listRemembered, nearWordsOf, PeopleFinder, rowKeyOf } from '#rosters';
import type { FoundPair } from '../model.ts';
import { type ClearPair, largestBlock, type VillageRecord } from '../store-candidates.ts';

/**
 * People of whom records of one village have a word of their names in common, one with a NIK and the other without: of the latter
 * perhaps nothing else is known, and the former is not kept under village and name.
 */
export function pairsNear(people: readonly VillageRecord[]): ClearPair[] {
  const words = new Map(people.map((person) => [person, nearWordsOf(normaliseName(person.name))]));
  const unnumbered = new Map<string, VillageRecord[]>();
  for (const [person, sounds] of words) {
    if (person.numbered) continue;
    for (const sound of sounds) unnumbered.set(sound, [...(unnumbered.get(sound) ?? []), person]);
  }
  return [...words].flatMap(([person, sounds]) => {
    if (!person.numbered) return [];
    const met = [...sounds].flatMap((sound) => {
      const block = unnumbered.get(sound) ?? [];
      return block.length > largestBlock ? [] : block;
    });
    return [...new Set(met)]
      .filter((other) => person.isSought || other.isSought)
      .filter((other) => person.speaker.personId !== other.speaker.personId)
      .map((other): ClearPair => [person.speaker, other.speaker]);
  });
}

/**
 * Which of these pairs may be one person, but for what was decided. The clear columns rule out nearly all of them; only of the others
 * the envelopes are opened, and what is read there is compared and forgotten.
 */
export async function judgePairs(
  ctx: Context,
  matchTx: Tx,
  pairs: readonly ClearPair[],
): Promise<FoundPair[]> {
  const names = new Map<string, NormalisedName>();
  const nameOf = (text: string) => {
    const name = names.get(text) ?? normaliseName(text);
    names.set(text, name);
    return name;
  };
  const open = pairs.filter(([one, other]) =>
    couldBeOne(
      { ...one, name: nameOf(one.name) },
      { ...other, name: nameOf(other.name) },
      one.disputed && other.disputed,
    ),
  );
  const ids = new Set(open.flatMap(([one, other]) => [one.personId, other.personId]));
  const people = await new PeopleFinder(ctx, matchTx).byId([...ids]);
  const found = open.flatMap(([{ personId: oneId }, { personId: otherId }]) => {
    const [one, other] = [people.get(oneId), people.get(otherId)];
    const pair =
      one === undefined || other === undefined
        ? undefined
        : pairOf(one, other, (person) => keyOf(ctx, person));
    return pair === undefined ? [] : [pair];
  });
  return undecided(matchTx, found);
}

function keyOf(ctx: Context, person: KnownPerson): Buffer {
  return rowKeyOf(ctx.platform.sealer, normalised(person));
}

/** Somebody with their name taken apart. */
export function normalised(person: KnownPerson) {
  const { name } = person;
  return { ...person, name: typeof name === 'string' ? normaliseName(name) : name };
}

function pairOf(
  person: KnownPerson,
  other: KnownPerson,
  key: (one: KnownPerson) => Buffer,
): FoundPair | undefined {
  if (other.personId === person.personId || other.dead || person.dead) return undefined;
  const { verdict, rule, score } = comparePeople(person, other);
  if (verdict === 'different') return undefined;
  const [first, second] = person.personId < other.personId ? [person, other] : [other, person];
  return {
    firstId: first.personId,
    secondId: second.personId,
    firstArea: first.village,
    secondArea: second.village,
    firstKey: key(first),
    secondKey: key(second),
    verdict,
    rule,
    score: Math.round(score * 100),
  };
}

/** Leaves out pairs of which somebody said, on a roster, that they are two people. */
async function undecided(matchTx: Tx, pairs: readonly FoundPair[]): Promise<FoundPair[]> {
  if (pairs.length === 0) return [];
  const remembered = await listRemembered(
    matchTx,
    pairs.flatMap(({ firstKey, secondKey }) => [firstKey, secondKey]),
  );
  const isTold = (key: Buffer, otherId: string, otherKey: Buffer) => {
    const said = remembered.get(key.toString('hex'));
    return [`person:${otherId}`, `row:${otherKey.toString('hex')}`].some(
      (name) => said?.get(name)?.same === false,
    );
  };
  return pairs.filter(
    ({ firstId, secondId, firstKey, secondKey }) =>
      !isTold(firstKey, secondId, secondKey) && !isTold(secondKey, firstId, firstKey),
  );
}
