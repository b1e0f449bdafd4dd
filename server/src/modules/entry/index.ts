export type { NikCheck, PersonInput, RegistrationFor } from './model.ts';
export { registrations } from './routes.ts';
export { checkNik, getRegistration, type Registration, registerPerson } from './service.ts';
