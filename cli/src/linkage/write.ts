import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { type Column, type LinkageModel, MODEL_VERSION, type Pairs } from '@payung/identity';
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
  leftIds: Column,
  rightIds: Column,
): Promise<void> {
  const [left, right, weight, probability] = [pairs.left, pairs.right, pairs.weight, pairs.probability];
  await writeLines(path, 'left,right,weight,probability', left.length, (p) => {
    const ids = `${idCell(leftIds.at(left[p] ?? 0) ?? '')},${idCell(rightIds.at(right[p] ?? 0) ?? '')}`;
    const own = weight[p] ?? 0;
    // Beyond this all six digits are nines, and rounded.
    const chance = own > SURE ? '1.00000' : (probability[p] ?? 0).toPrecision(6);
    return `${ids},${own.toFixed(3)},${chance}`;
  });
}

/** Writes for each record the id of the first record of its cluster. @throws an error of the file system */
export async function writeClusters(
  path: string,
  idName: string,
  ids: Column,
  clusters: Int32Array,
): Promise<void> {
  await writeLines(path, `${textCell(idName)},cluster`, ids.length, (n) => {
    const own = idCell(ids.at(n) ?? '');
    const first = clusters[n] ?? n;
    return `${own},${first === n ? own : idCell(ids.at(first) ?? '')}`;
  });
}

/** Base-2 logarithm of the odds. */
const SURE = 24;

/** Most ids are letters and digits, which need no care. */
function idCell(id: string): string {
  return /^[a-z\d][\w. -]*$/i.test(id) ? id : textCell(id);
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

/** Writes a model, which is a spec with nothing left to learn. @throws an error of the file system */
export async function writeModel(path: string, model: LinkageModel): Promise<void> {
  await writeFile(path, `${JSON.stringify({ version: MODEL_VERSION, ...model }, null, 2)}\n`);
}
