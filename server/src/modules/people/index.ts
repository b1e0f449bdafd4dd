export type { PersonSummary } from './model.ts';
export { type Occupation, occupationLabel, readOccupation } from './occupations.ts';
export { people } from './routes.ts';
export { enrolPrepared, getPerson, revealPerson, searchPeople } from './service.ts';
