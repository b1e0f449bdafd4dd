export { funding } from './routes.ts';
export { type DoubleFunding, doubleFunding, doubleFundingCsv } from './service.ts';
