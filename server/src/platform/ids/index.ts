export { newId } from './uuid.ts';
