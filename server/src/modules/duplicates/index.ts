export { choices, type DuplicatePair, type DuplicateProgress } from './model.ts';
export { duplicates } from './routes.ts';
export { type DuplicateList, decidePair, listDuplicates, reopenPair } from './service/decide.ts';
export { duplicatesTable } from './service/export.ts';
export { followAcceptance, searchArea, searchDuplicates, searchNewPeople } from './service/find.ts';
