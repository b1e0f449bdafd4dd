export { type Occupation, readOccupation } from './occupations.ts';
export { people } from './routes.ts';
export { enrolPrepared, getPerson, searchPeople } from './service.ts';
