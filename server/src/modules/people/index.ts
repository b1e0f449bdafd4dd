export { type Dispute, listDisputes, settleDispute } from './disputes.ts';
export { type Occupation, readOccupation } from './occupations.ts';
export { people } from './routes.ts';
export { ChangedMeanwhile, enrolPrepared, getPerson, searchPeople } from './service.ts';
