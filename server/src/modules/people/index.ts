export type { PersonSummary } from './model.ts';
export { people } from './routes.ts';
export { enrolPrepared, getPerson, revealPerson, searchPeople } from './service.ts';
