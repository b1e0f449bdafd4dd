export { type JobSeeker, type SeekerList, trainings } from './model.ts';
export { seekers } from './routes.ts';
export { endSeeking, listSeekers, recordSeeker, seekersTable } from './service.ts';
