export { type ResealReport, type ResealStep, resealAll } from './reseal.ts';
