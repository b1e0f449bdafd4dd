import type { Terminal } from '../command.ts';
import { fill } from '../fill.ts';
import { linkageTexts } from './texts.ts';

type Step = 'reading' | 'inferring' | 'encoding' | 'training' | 'scoring' | 'writing';

/** Nobody wonders before; milliseconds. */
const silent = 3_000;
const betweenRedraws = 250;
/** Where lines cannot be redrawn, a log is to stay short. */
const betweenLines = 10_000;

/** Says what a long run is at, once it has taken longer than a few seconds: a line redrawn on a screen, else a line now and then. */
export function waitPrinter(
  terminal: Terminal,
): (step: Step, facts?: Readonly<Record<string, number>>) => void {
  const began = performance.now();
  let last = Number.NEGATIVE_INFINITY;
  return (step, facts = {}) => {
    const now = performance.now();
    const isLive = terminal.live && terminal.redraw !== undefined;
    if (now - began < silent || now - last < (isLive ? betweenRedraws : betweenLines)) return;
    last = now;
    const text = fill(linkageTexts[terminal.language][step], terminal.language, facts);
    const line = `${Math.round((now - began) / 1000)} s  ${text}`;
    if (isLive) terminal.redraw?.(line);
    else terminal.err(line);
  };
}
