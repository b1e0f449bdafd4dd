/**
 * Linkage without a spec of our own, on imitations of public files and on lists of NTT, beside what Splink 4 is published to
 * reach on the public files themselves: `npm run bench:identity`, with `-- --seeds 1,2,3`, `-- --only febrl3,febrl4` or
 * `-- --kinds` for F1 by kind of error; `-- --large 1` links a million rows with 1.6 million people, `--large 0.1` a tenth. Seconds are of the processor, and belong to the machine; the F1 of an imitation is no
 * F1 on the file that it imitates.
 */
import { parseArgs } from 'node:util';
import { febrl3, febrl4 } from './febrl.ts';
import { historical, splinkRules } from './historical.ts';
import type { Labelled } from './labelled.ts';
import { linkLarge } from './large.ts';
import { blockingRecall, linkAndMeasure, type Result } from './measure.ts';
import { ntt } from './ntt.ts';

interface Task {
  readonly name: string;
  /** Published for the file that is imitated: F1 of the pairs at the best threshold. */
  readonly published?: number;
  readonly publishedClusters?: number;
  make(seed: string): { readonly left: Labelled; readonly right?: Labelled };
}

const tasks: readonly Task[] = [
  { name: 'febrl3', published: 0.9986, make: (seed) => ({ left: febrl3(seed) }) },
  { name: 'febrl4', published: 0.9996, make: (seed) => febrl4(seed) },
  {
    name: 'historical',
    published: 0.767,
    publishedClusters: 0.828,
    make: (seed) => ({ left: historical(seed) }),
  },
  {
    name: 'ntt',
    make: (seed) => {
      const { register, list } = ntt(seed, { register: 20_000, list: 12_500, known: 7_500 });
      return { left: list, right: register };
    },
  },
];

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1,2,3' },
    only: { type: 'string' },
    kinds: { type: 'boolean', default: false },
    large: { type: 'string' },
  },
});
const only = values.only?.split(',');
const unknown = only?.find((name) => !tasks.some((task) => task.name === name));
if (unknown !== undefined) {
  console.error(`--only: ${tasks.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

if (values.large !== undefined) {
  console.log(await linkLarge(Number(values.large)));
  process.exit(0);
}

const lines = [];
for (const task of tasks) {
  if (only?.includes(task.name) === false) continue;
  for (const seed of values.seeds.split(',')) {
    const { left, right } = task.make(seed);
    const result = linkAndMeasure(left, right);
    lines.push(lineOf(task, seed, result));
    if (task.publishedClusters !== undefined) {
      const reached = blockingRecall(left, right, { ...result.spec, blocking: splinkRules });
      console.log(
        `historical, seed ${seed}: Splink's rules reach ${reached.toFixed(3)} of the pairs, 0.67 published`,
      );
    }
    if (values.kinds) {
      console.log(`${task.name}, seed ${seed}`);
      console.table(result.byKind.map(({ kind, ...numbers }) => ({ kind, ...rounded(numbers) })));
    }
  }
}
console.table(lines);

function lineOf(task: Task, seed: string, result: Result) {
  const { seconds } = result;
  return {
    file: task.name,
    seed,
    ...rounded({
      F1: result.f1,
      published: task.published,
      'F1 at 0.5': result.f1AtHalf,
      precision: result.precision,
      recall: result.recall,
      blocking: result.blockingRecall,
      clusters: result.clustersF1,
      'published ': task.publishedClusters,
      candidates: result.candidates,
      'infer s': seconds.infer,
      'train s': seconds.encode + seconds.train,
      'score s': seconds.score,
      'all s': seconds.all,
      'pairs/s': Math.round(result.candidates / seconds.score),
    }),
  };
}

function rounded(numbers: Readonly<Record<string, number | undefined>>): Record<string, number | undefined> {
  return Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [
      name,
      value === undefined ? undefined : Math.round(value * 1e4) / 1e4,
    ]),
  );
}
