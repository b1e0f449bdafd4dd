import type { Day } from '@payung/kernel';
import { registry } from '../engine/registry.ts';
import { holidayDecrees } from './holiday-decrees.ts';
import { budgetRegulations, presidentialRegulations } from './instructions.ts';
import { manpowerRegulations } from './manpower.ts';
import type { RegulationEntry } from './regulation.ts';
import { governmentRegulations, statutes } from './statutes.ts';

/** One regulation of the register, with what became of it. */
export type Regulation = RegulationEntry & {
  /** Ids of the regulations that amend it, in the order of the register. */
  readonly amendedBy: readonly string[];
  /** Ids of those that took its place; `until` is then the day on which one of them came into force. */
  readonly replacedBy: readonly string[];
};

const ENTRIES: readonly RegulationEntry[] = [
  ...statutes,
  ...governmentRegulations,
  ...presidentialRegulations,
  ...manpowerRegulations,
  ...budgetRegulations,
  ...holidayDecrees,
];

const byId = registry(ENTRIES.map(whole));

/** Every regulation that the law package names, from statutes down to decrees. */
export function listRegulations(): readonly Regulation[] {
  return [...byId.values()];
}

/** The regulation with this id, such as `PP 44/2015`; undefined if the register does not have it. */
export function findRegulation(id: string): Regulation | undefined {
  return byId.get(id);
}

function whole(entry: RegulationEntry): Regulation {
  const successors = ENTRIES.filter(({ replaces }) => replaces.includes(entry.id));
  return {
    ...entry,
    until: entry.until ?? firstOf(successors.map(({ from }) => from)),
    amendedBy: ENTRIES.filter(({ amends }) => amends.includes(entry.id)).map(({ id }) => id),
    replacedBy: successors.map(({ id }) => id),
  };
}

function firstOf(days: readonly (Day | null)[]): Day | null {
  return days.flatMap((day) => day ?? []).sort()[0] ?? null;
}
