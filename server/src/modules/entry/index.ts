export type { EntryFor, NikCheck, PersonInput } from './model.ts';
export { registrations } from './routes.ts';
export { checkNik, type Entry, getEntry, registerPerson, textOfEntry } from './service.ts';
