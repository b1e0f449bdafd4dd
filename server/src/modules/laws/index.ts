export { laws } from './routes.ts';
