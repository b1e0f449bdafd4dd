import { explain, type Invalid, type Json, type Result, type TraceNode, type Uncertainty } from '@payung/law';
import type { Request } from './request.ts';

/** A rule's answer with its explanation, or what is wrong with the request. */
export type Outcome =
  | { readonly state: 'answered'; readonly trace: Result }
  | { readonly state: 'invalid'; readonly error: Invalid };

/** Asks the law, here in the browser. */
export function ask({ rule, input, choice }: Request): Outcome {
  const { answer, trace } = explain(rule, input);
  if (trace !== undefined) return { state: 'answered', trace };
  const { error } = answer;
  const isChoice = error.code === 'input.missing' && error.path === choice?.first;
  return { state: 'invalid', error: isChoice ? { ...error, path: choice.asked } : error };
}

/** The amount at a place of a value: `valueAt(value, 'JHT', 'worker')`; undefined if there is none. */
export function amountAt(value: Json | undefined, ...path: readonly string[]): number | undefined {
  const found = valueAt(value, ...path);
  return typeof found === 'number' ? found : undefined;
}

/** What stands at a place of a value; undefined if nothing does. */
export function valueAt(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  let at = value;
  for (const name of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = new Map<string, Json | undefined>(Object.entries(at)).get(name);
  }
  return at;
}

/** The texts in a list of a value. */
export function textsAt(value: Json | undefined, ...path: readonly string[]): readonly string[] {
  const list = valueAt(value, ...path);
  return Array.isArray(list) ? list.filter((one: unknown) => typeof one === 'string') : [];
}

/** The explanations that an explanation is made of. */
export function resultsIn(trace: Result): readonly Result[] {
  return trace.parts.filter((part) => part.kind === 'result');
}

/** The explanation of a rule inside another, at any depth. */
export function resultOf(trace: Result, rule: string): Result | undefined {
  if (trace.rule === rule) return trace;
  for (const part of resultsIn(trace)) {
    const found = resultOf(part, rule);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * What an explanation says of one of its amounts: everything but the nodes whose id names another one (`pu.jht.worker` names
 * JHT and the worker). A node that names none is about all of them.
 */
export function partsWithout(trace: Result, others: readonly string[]): readonly TraceNode[] {
  return trace.parts.filter(
    (part) => part.kind === 'result' || !wordsOf(part.id).some((word) => others.includes(word)),
  );
}

function wordsOf(id: string): readonly string[] {
  return id.toLowerCase().split(/[._]/);
}

/** The open questions of law that would change one of the amounts, here and in the parts; each once. */
export function openQuestions(nodes: readonly TraceNode[]): readonly Uncertainty[] {
  const found = nodes.flatMap((node): readonly Uncertainty[] => {
    if (node.kind === 'result') return node.settled ? [] : openQuestions(node.parts);
    return node.kind === 'uncertainty' && node.changesResult ? [node] : [];
  });
  const texts = new Set<string>();
  return found.filter(({ text }) => !texts.has(text.id) && texts.add(text.id));
}
