import { addMonthsTo, firstDay, type Month, month } from '@payung/kernel';
import { columnRules } from '@payung/law';
import type { Population } from './population.ts';

/** The rules measured. */
export type Kind = keyof typeof columnRules;

/** Result columns by name. */
export type Filled = Readonly<Record<string, Float64Array>>;

/** The first month: relief of PP 50/2025 and of labour-intensive industry lie within the year, and a new cap of JP. */
export const FIRST: Month = month('2026-01');

/**
 * What the law does for one rule: `prepare` reads the parameters, and what it returns fills the columns. Contributions are
 * sums over the months; benefits are asked for the first day of each month in turn, the last one stays.
 */
export function sweepsOf(kind: Kind, population: Population, months: number) {
  const { people } = population;
  const columns = (): Filled =>
    Object.fromEntries(columnRules[kind].results.map((name) => [name, new Float64Array(people)]));
  return { columns, prepare: () => prepared(kind, population, months) };
}

function prepared(kind: Kind, population: Population, months: number): (filled: Filled) => void {
  const { people } = population;
  const { bpu, pu, jkm, jp } = columnRules;
  const span = { from: FIRST, to: addMonthsTo(FIRST, months - 1) };
  const days = Array.from({ length: months }, (_, n) => firstDay(addMonthsTo(FIRST, n)));
  switch (kind) {
    case 'bpu': {
      const sweep = bpu.prepare({ months: span, programmes: ['JKK', 'JKM', 'JHT'] });
      return (filled) => sweep(population.bpu, filled as Parameters<typeof sweep>[1], 0, people);
    }
    case 'pu': {
      const sweep = pu.prepare({ months: span, programmes: ['JKK', 'JKM', 'JHT', 'JP'] });
      return (filled) => sweep(population.pu, filled as Parameters<typeof sweep>[1], 0, people);
    }
    case 'jkm': {
      const sweeps = days.map((date) => jkm.prepare({ date }));
      return (filled) => {
        for (const sweep of sweeps) sweep(population.jkm, filled as Parameters<typeof sweep>[1], 0, people);
      };
    }
    case 'jp': {
      const sweeps = days.map((date) => jp.prepare({ date }));
      return (filled) => {
        for (const sweep of sweeps) sweep(population.jp, filled as Parameters<typeof sweep>[1], 0, people);
      };
    }
  }
}
