import { explain, type Result } from '@payung/law';
import { filesIn } from './source-files.ts';

/** One example beside the code of a rule: a request, and at least what its answer holds. */
interface Example {
  readonly id: string;
  readonly rule: string;
  readonly input: unknown;
}

/** Every example of every rule. */
export function lawExamples(): readonly Example[] {
  return filesIn(['law/src'], /\.examples\.json$/).flatMap(({ text }): readonly Example[] =>
    JSON.parse(text),
  );
}

/** The explanations of the examples, by rule; those that expect an error have none. */
export function tracesByRule(): ReadonlyMap<string, readonly Result[]> {
  const traces = lawExamples().flatMap(({ rule, input }) => explain(rule, input).trace ?? []);
  return Map.groupBy(traces, ({ rule }) => rule);
}
