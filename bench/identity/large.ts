import { modelFor } from '../../cli/src/linkage/link.ts';
import { SecondCore } from '../../cli/src/linkage/second-core.ts';
import { evaluatePairs } from '../../identity/src/linkage/evaluate.ts';
import { inferSpec } from '../../identity/src/linkage/infer.ts';
import { joinPairs, orderPairs } from '../../identity/src/linkage/link.ts';
import { encodeRecords } from '../../identity/src/linkage/records.ts';
import { scorePairs } from '../../identity/src/linkage/score.ts';
import { ntt } from './ntt.ts';

/**
 * A list of a million rows against a register of 1.6 million people of NTT, 600,000 of whom are on it, on both cores as the
 * terminal does it. Seconds are of the clock, but for those of the processor; what the tables themselves take of the memory is told apart from what linking adds to it.
 *
 * @param share of these sizes, 1 for all
 */
export async function linkLarge(share: number): Promise<Readonly<Record<string, number | string>>> {
  const sizes = { register: 1_600_000 * share, list: 1_000_000 * share, known: 600_000 * share };
  const { register, list } = ntt('large', sizes);
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  const cpu = process.cpuUsage();
  const times: number[] = [performance.now()];
  const second = SecondCore.start();
  const spec = inferSpec(list.columns, register.columns);
  times.push(performance.now());
  const records = encodeRecords(list.columns, register.columns, spec);
  times.push(performance.now());
  const model = await modelFor(records, spec, second);
  times.push(performance.now());
  const parts = second === undefined ? 1 : 2;
  const other = second?.score(model);
  const own = scorePairs(records, model, { part: 0, parts });
  const scored = other === undefined ? [own] : [own, await other];
  const pairs = orderPairs(joinPairs(scored.map((one) => one.pairs)), records, spec);
  const candidates = scored.reduce((sum, one) => sum + one.candidates, 0);
  times.push(performance.now());
  const { user, system } = process.cpuUsage(cpu);
  await second?.end();
  const isTrue = Uint8Array.from(pairs.left, (i, p) =>
    Number(list.entity[i] === register.entity[pairs.right[p] ?? 0]),
  );
  const { best, at } = evaluatePairs(pairs.probability, isTrue, sizes.known);
  const [infer, encode, train, score] = times.slice(1).map((time, n) => (time - (times[n] ?? 0)) / 1000);
  const all = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
  const rounded = (value = 0) => Math.round(value * 1e4) / 1e4;
  return {
    rows: `${sizes.list} × ${sizes.register}`,
    F1: rounded(best.f1),
    'F1 at 0.5': rounded(at(0.5).f1),
    precision: rounded(best.precision),
    recall: rounded(best.recall),
    candidates,
    'infer s': rounded(infer),
    'encode s': rounded(encode),
    'train s': rounded(train),
    'score s': rounded(score),
    'all s': rounded(all),
    'processor s': rounded((user + system) / 1e6),
    'pairs/s': Math.round(candidates / (score ?? 1)),
    'tables MB': Math.round(before / 1e6),
    'peak MB': Math.round(process.resourceUsage().maxRSS / 1e3),
    rules: spec.blocking.map(({ on }) => on.join(' + ')).join('; '),
  };
}
