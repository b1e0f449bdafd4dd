export { exampleAccounts, examplePassword } from './accounts.ts';
export { errorLevels, generateList } from './generate.ts';
export type { ExampleReport } from './report.ts';
export { type ExampleOutcome, runExample } from './run.ts';
export { loadProvince } from './setup.ts';
