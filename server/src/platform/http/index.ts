export { type Authenticate, type Env, routes } from './env.ts';
export { events } from './events.ts';
export { answers, json, problemSchema } from './openapi.ts';
export { problemOf } from './problem.ts';
export { protect, sameOrigin, signedIn } from './protect.ts';
