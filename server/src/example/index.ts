export { exampleAccounts, examplePassword } from './accounts.ts';
export type { ExampleReport } from './report.ts';
export { type ExampleOutcome, runExample } from './run.ts';
export { loadProvince } from './setup.ts';
