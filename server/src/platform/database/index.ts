export { chooseDataDirectory, type DataDirectory } from './embedded/data-directory.ts';
export { type Embedded, type EmbeddedOptions, startEmbedded } from './embedded/start.ts';
export { DatabaseProblem, type ProblemFacts, problemText } from './problem.ts';
