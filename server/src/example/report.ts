import type { Progress } from '#platform/jobs';

/** Where the example tells what it does. */
export interface ExampleReport {
  /** One line about a step or a result. */
  say(line: string): void;
  /** How far the job on `what` is. */
  progress(what: string, progress: Progress): void;
}
