/**
 * Person-months a second of the law over columns, beside a hand-written loop of the same arithmetic over the same typed
 * arrays, on one thread: `npm run bench:law` or `npm run bench:law -- --people 100000`. Both fill the same columns and every
 * value is compared. Read the ratios; the speeds belong to the machine.
 */
import { parseArgs } from 'node:util';
import { handWritten } from './hand-written.ts';
import { type Population, populationOf } from './population.ts';
import { type Filled, type Kind, sweepsOf } from './sweeps.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '100000,1000000,5000000' },
    rounds: { type: 'string', default: '9' },
  },
});
const sizes = values.people.split(',').map(Number);
const rounds = Number(values.rounds);
if (![...sizes, rounds].every((size) => Number.isSafeInteger(size) && size >= 1)) {
  console.error('--people: whole numbers, separated by commas; --rounds: a whole number');
  process.exit(2);
}

const KINDS: readonly Kind[] = ['bpu', 'pu', 'jkm', 'jp'];

const lines = [];
for (const people of sizes) {
  const population = populationOf(people);
  for (const kind of KINDS) {
    for (const months of [1, 12]) lines.push(compare(kind, population, months));
  }
}
console.table(lines);

function compare(kind: Kind, population: Population, months: number) {
  const { people } = population;
  const { prepare, columns } = sweepsOf(kind, population, months);
  const ours: Filled = columns();
  const theirs: Filled = columns();
  const byHand = handWritten[kind];
  const times = { prepare: Infinity, law: Infinity, hand: Infinity };
  const timed = (what: keyof typeof times, work: () => void) => {
    const began = performance.now();
    work();
    times[what] = Math.min(times[what], performance.now() - began);
  };
  // In turns, and the best of each: other work on the machine slows both alike.
  for (let round = 0; round < rounds; round++) {
    let sweep: ReturnType<typeof prepare> | undefined;
    timed('prepare', () => {
      sweep = prepare();
    });
    timed('law', () => sweep?.(ours));
    timed('hand', () => byHand(population, months, theirs));
  }
  for (const [name, column] of Object.entries(ours)) {
    const differs = column.findIndex((value, n) => !Object.is(value, theirs[name]?.[n]));
    if (differs >= 0)
      throw new Error(`${kind} ${name}: person ${differs} ${column[differs]} ≠ ${theirs[name]?.[differs]}`);
  }
  const speed = (milliseconds: number) => Math.round((people * months) / milliseconds / 100) / 10;
  return {
    rule: kind,
    people,
    months,
    'law M/s': speed(times.law),
    'by hand M/s': speed(times.hand),
    'time ÷ by hand': Math.round((times.law / times.hand) * 100) / 100,
    'parameters ms': Math.round(times.prepare * 10) / 10,
  };
}
