import { comparePeople, type MatchPerson } from '@payung/identity';
import type { RowReason } from '#platform/messages';
import type { Facts } from '#platform/refusal';
import type { Finding } from './finding.ts';
import type { KnownPerson } from './known-person.ts';

/** An earlier row of the same file. */
export interface EarlierRow {
  readonly sheet: string;
  readonly row: number;
  /** Place in the file. */
  readonly ordinal: number;
  readonly person: MatchPerson;
}

/** Whom or what a doubtful row may mean. */
export type Item =
  | {
      readonly kind: 'person';
      readonly person: KnownPerson;
      readonly score: number;
      readonly rule: string;
      /** Nothing is left to ask, were there nobody else. */
      readonly sure: boolean;
    }
  | {
      readonly kind: 'row';
      readonly row: EarlierRow;
      readonly score: number;
      readonly rule: string;
      readonly sure: boolean;
    }
  | { readonly kind: 'doubt'; readonly finding: Finding };

/** What a human is asked of a doubtful row. */
export interface Question {
  readonly because: Finding;
  /** What the row is held against, the likeliest person first. */
  readonly items: readonly Item[];
  /** Somebody else holds the row's number, so the row cannot simply be a new person. */
  readonly numberTaken: boolean;
}

/** An item as it is kept with the row: ids, places and codes, and the kabupaten that everybody may be told. */
export type KeptItem =
  | {
      readonly kind: 'person';
      readonly person: string;
      readonly regency: string;
      readonly score: number;
      readonly rule: string;
    }
  | {
      readonly kind: 'row';
      readonly key: string;
      readonly ordinal: number;
      readonly sheet: string;
      readonly row: number;
      readonly score: number;
      readonly rule: string;
    }
  | {
      readonly kind: 'doubt';
      readonly code: RowReason;
      readonly field: string | null;
      readonly facts: Facts;
    };

/** A question as it is kept with the row. */
export interface KeptQuestion {
  readonly code: RowReason;
  readonly field: string | null;
  readonly facts: Facts;
  readonly items: readonly KeptItem[];
  readonly numberTaken: boolean;
}

/** What an item is called in a decision. */
export function nameOf(item: KeptItem): string {
  if (item.kind === 'person') return `person:${item.person}`;
  return item.kind === 'row' ? `row:${item.key}` : `doubt:${item.code}`;
}

/** The people of a list whom the row may mean, the likeliest first; nobody twice. */
export function likely(row: MatchPerson, people: readonly KnownPerson[]): Item[] {
  const once = [...new Map(people.map((person) => [person.personId, person])).values()];
  return once
    .flatMap((person): Extract<Item, { kind: 'person' }>[] => {
      const { verdict, score, rule } = comparePeople(row, person);
      return verdict === 'different'
        ? []
        : [{ kind: 'person', person, score: percent(score), rule, sure: verdict === 'same' }];
    })
    .sort((a, b) => b.score - a.score);
}

/** A holder of the row's number is an item whatever else differs. */
export function holding(row: MatchPerson, people: readonly KnownPerson[]): Item[] {
  return people.map((person) => {
    const { score, rule } = comparePeople(row, person);
    return { kind: 'person', person, score: percent(score), rule, sure: false };
  });
}

export function earlierRow(row: MatchPerson, earlier: EarlierRow): Item {
  const { verdict, score, rule } = comparePeople(row, earlier.person);
  return { kind: 'row', row: earlier, score: percent(score), rule, sure: verdict === 'same' };
}

/** The reason told of a doubt: what is wrong with the row itself, else whom it resembles. Undefined when nothing is in doubt. */
export function becauseOf(
  items: readonly Item[],
  regencyOf: (village: number) => string,
): Finding | undefined {
  const doubt = items.find((item) => item.kind === 'doubt');
  if (doubt !== undefined) return doubt.finding;
  const [first] = items;
  if (first?.kind === 'person') {
    return { code: 'doubtful.similar', field: 'name', facts: { regency: regencyOf(first.person.village) } };
  }
  if (first?.kind === 'row') {
    const { sheet, row } = first.row;
    return { code: 'doubtful.similarInFile', field: 'name', facts: { sheet, row } };
  }
  return undefined;
}

function percent(score: number): number {
  return Math.round(score * 100);
}
