import { explain, type Result, rules } from '@payung/law';
import { filesIn } from './source-files.ts';

/** One example beside the code of a rule: a request, and at least what its answer holds. */
interface Example {
  readonly id: string;
  readonly input: unknown;
  readonly expected: unknown;
}

/** A file of examples, and the rule that answers each of them as expected; undefined if none or several do. */
export interface ExampleFile {
  readonly path: string;
  readonly examples: readonly Example[];
  readonly rule: string | undefined;
}

/** Every file of examples. The files do not name their rule: no two rules take the same requests and answer alike. */
export function exampleFiles(): readonly ExampleFile[] {
  return filesIn(['law/src'], /\.examples\.json$/).map(({ path, text }) => {
    const examples: readonly Example[] = JSON.parse(text);
    const answering = [...rules.keys()].filter((rule) =>
      examples.every(({ input, expected }) => holds(explain(rule, input).answer, expected)),
    );
    return { path, examples, rule: answering.length === 1 ? answering[0] : undefined };
  });
}

/** The explanations of the examples, by rule; those that expect an error have none. */
export function tracesByRule(): ReadonlyMap<string, readonly Result[]> {
  const traces = exampleFiles().flatMap(({ rule, examples }) =>
    rule === undefined ? [] : examples.flatMap(({ input }) => explain(rule, input).trace ?? []),
  );
  return Map.groupBy(traces, ({ rule }) => rule);
}

/** Whether the answer has what is expected, at every depth; what else it has is free. */
function holds(answer: unknown, expected: unknown): boolean {
  if (typeof expected !== 'object' || expected === null) return Object.is(answer, expected);
  if (typeof answer !== 'object' || answer === null) return false;
  const sameKind = Array.isArray(answer) === Array.isArray(expected);
  return sameKind && Object.entries(expected).every(([key, value]) => holds(Reflect.get(answer, key), value));
}
