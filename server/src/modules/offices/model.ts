import { addDays, type Day, lastDay, type Month, monthOf } from '@payung/kernel';
import type { Area } from '#areas';
import type { Group } from '#partners';

/** A kind of seat in a village body. */
export interface Office {
  readonly office: string;
  /** village_officials, bpd, rt, rw, lpm, pkk, or a later one. */
  readonly body: string;
  /** Place in the body, the highest office first. */
  readonly place: number;
  readonly nameId: string;
  readonly nameEn: string;
  /** Group in which its holders become members. */
  readonly group: Group;
  /** Legal kinds of village that have it. */
  readonly villageKinds: readonly string[];
  /** Seats in every such village by law; null where the law leaves it to the village. */
  readonly seats: number | null;
  readonly citation: string | null;
}

/** Why somebody left a seat. */
export const endReasons = ['replaced', 'resigned', 'died', 'dismissed', 'term_ended'] as const;
export type EndReason = (typeof endReasons)[number];

/** Days before the end of a term on which somebody should begin to look for who follows. */
export const noticeDays = 60;

/**
 * Seats of an area, of one body or of all. What is not known is not zero: offices of villages that have told no number are
 * counted apart (`unknown`) and are in no percentage, nor are their holders.
 */
export interface SeatFigures {
  /** Seats, as far as their number is known. */
  readonly seats: number;
  /** Offices of villages whose number of seats nobody has stated. */
  readonly unknown: number;
  /** Seats with a holder, whether or not the number of seats is known. */
  readonly filled: number;
  /** Of the known seats: those with a holder. */
  readonly filledOfKnown: number;
  /** Seats whose holder's month is paid: whoever holds two seats is counted with both. */
  readonly covered: number;
  /** Of the known seats: those whose holder's month is paid. The numerator of "75 % of officials". */
  readonly coveredOfKnown: number;
  /** Known seats without a holder. */
  readonly vacant: number;
  /** Holders whose term ends within 60 days, or has ended by its decree. */
  readonly ending: number;
  /** Of these: whose term is over by its decree. */
  readonly overdue: number;
  /** Holders who live outside the caller's areas: whether they are covered cannot be seen, and they are not counted as covered. */
  readonly unseen: number;
}

/** Nothing known, nobody seated. */
export const noSeats: SeatFigures = {
  seats: 0,
  unknown: 0,
  filled: 0,
  filledOfKnown: 0,
  covered: 0,
  coveredOfKnown: 0,
  vacant: 0,
  ending: 0,
  overdue: 0,
  unseen: 0,
};

/** The figures of several bodies or areas together. */
export function addFigures(figures: readonly SeatFigures[]): SeatFigures {
  const total: Record<keyof SeatFigures, number> = { ...noSeats };
  for (const one of figures)
    for (const key of Object.keys(noSeats) as (keyof SeatFigures)[]) total[key] += one[key];
  return total;
}

/** Figures of one body. */
export interface BodyFigures extends SeatFigures {
  readonly body: string;
}

/** Where a number of seats comes from, and how many it gives. */
export interface SeatSource {
  readonly source: string;
  readonly seats: number;
  readonly villages: number;
}

/** An area with its seats, and those of the areas right below it. */
export interface AreaSeats {
  readonly area: Area;
  readonly parents: readonly Area[];
  /** The day of the seats and the month of the cover. */
  readonly on: Day;
  readonly month: Month;
  readonly total: SeatFigures;
  readonly bodies: readonly BodyFigures[];
  readonly rows: readonly (SeatFigures & { readonly code: number; readonly name: string })[];
  /** People who hold the seats: each once, however many they hold. */
  readonly people: number;
  readonly coveredPeople: number;
  /** People with several seats: two holdings, one cover. */
  readonly severalSeats: number;
  /** What the numbers of seats rest on, the largest first; at most 20. */
  readonly sources: readonly SeatSource[];
}

/** Somebody in a seat. */
export interface Holding {
  readonly holdingId: string;
  readonly personId: string;
  /** Null when the person lives outside the caller's areas. */
  readonly name: string | null;
  readonly office: string;
  readonly seat: number;
  readonly label: string | null;
  readonly decreeNumber: string | null;
  readonly decreeDay: Day | null;
  readonly from: Day;
  /** First day after the term by its decree; null when it names none. */
  readonly termUntil: Day | null;
  /** First day no longer in office; null while it lasts. */
  readonly until: Day | null;
  readonly endReason: EndReason | null;
  /** Whether the month is paid; null when the caller cannot see. */
  readonly covered: boolean | null;
  readonly diedOn: Day | null;
  /** Other seats the person holds now, here or in another village of the caller's: offices by name. */
  readonly others: readonly string[];
}

/** An office of a village with its seats. */
export interface VillageOffice extends Office {
  /** How many the village has; null when not known. */
  readonly count: number | null;
  /** Document or article the number comes from; null when not known. */
  readonly source: string | null;
  /** Since when; null when by law or not known. */
  readonly since: Day | null;
  readonly holders: readonly Holding[];
}

export interface VillageSeats {
  readonly area: Area;
  readonly parents: readonly Area[];
  readonly on: Day;
  readonly month: Month;
  readonly total: SeatFigures;
  readonly offices: readonly VillageOffice[];
  /** Who was in office before, the latest first; at most 50. */
  readonly former: readonly Holding[];
}

/** First day of a membership by a seat, for a first day in office: of the first month that nobody else held it. */
export function enrolledFrom(inOffice: Day): Day {
  return addDays(lastDay(monthOf(addDays(inOffice, -1))), 1);
}

/** The lowest seat that is free; undefined when a known number of seats is taken. */
export function freeSeat(taken: readonly number[], seats: number | null): number | undefined {
  const held = new Set(taken);
  for (let seat = 1; seats === null || seat <= seats; seat += 1) if (!held.has(seat)) return seat;
  return undefined;
}
