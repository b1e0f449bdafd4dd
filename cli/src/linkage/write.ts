import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Pairs } from '@payung/identity';
import { textCell } from '../csv.ts';

/** Lines handed over at once. */
const atOnce = 4096;

/**
 * Writes pairs, best first: `left`, `right`, the ids of both records; `weight`, to the base 2; `probability`.
 *
 * @throws an error of the file system
 */
export async function writePairs(
  path: string,
  pairs: Pairs,
  leftIds: readonly string[],
  rightIds: readonly string[],
): Promise<void> {
  await writeLines(path, 'left,right,weight,probability', pairs.left.length, (p) => {
    const ids = [leftIds[pairs.left[p] ?? 0], rightIds[pairs.right[p] ?? 0]];
    const numbers = [(pairs.weight[p] ?? 0).toFixed(3), (pairs.probability[p] ?? 0).toPrecision(6)];
    return [...ids.map((id) => textCell(id ?? '')), ...numbers].join(',');
  });
}

/** Writes for each record the id of the first record of its cluster. @throws an error of the file system */
export async function writeClusters(
  path: string,
  idName: string,
  ids: readonly string[],
  clusters: Int32Array,
): Promise<void> {
  await writeLines(
    path,
    `${textCell(idName)},cluster`,
    ids.length,
    (n) => `${textCell(ids[n] ?? '')},${textCell(ids[clusters[n] ?? n] ?? '')}`,
  );
}

async function writeLines(
  path: string,
  header: string,
  count: number,
  lineOf: (n: number) => string,
): Promise<void> {
  function* lines(): Generator<string> {
    yield `${header}\r\n`;
    for (let from = 0; from < count; from += atOnce) {
      const until = Math.min(count, from + atOnce);
      let text = '';
      for (let n = from; n < until; n += 1) text += `${lineOf(n)}\r\n`;
      yield text;
    }
  }
  await pipeline(lines, createWriteStream(path));
}
