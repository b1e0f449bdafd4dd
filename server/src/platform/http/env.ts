import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, Platform } from '#platform/context';
import { refusalOfIssue } from './invalid.ts';

/** What a handler finds in `c.var`. */
export interface Env {
  Variables: {
    /** Who is asking and on what platform; every route but the public ones has it. */
    ctx: Context;
    requestId: string;
    /** What the process has; on every route, also where nobody is signed in. */
    platform: Platform;
  };
}

/** Finds out who sent a request; undefined when nobody is signed in. */
export type Authenticate = (request: Request, requestId: string) => Promise<Context | undefined>;

/** A router whose schema violations become refusals that name the field. */
export function routes(): OpenAPIHono<Env> {
  return new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (result.success) return;
      const [issue] = result.error.issues;
      throw issue === undefined ? result.error : refusalOfIssue(issue);
    },
  });
}
