export { createIdSource, newId } from './uuid.ts';
