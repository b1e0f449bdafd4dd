import { z } from '@hono/zod-openapi';
import { parseDay, parseMonth } from '@payung/kernel';
import type { Permission } from '#platform/access';

/** A day in a URL or body: YYYY-MM-DD; one that does not exist is refused. */
export const dayText = z
  .string()
  .transform((text, check) => {
    const value = parseDay(text);
    if (value !== undefined) return value;
    check.addIssue({ code: 'custom', message: 'likeDay' });
    return z.NEVER;
  })
  .openapi({ type: 'string', format: 'date', example: '2026-11-20' });

/** A month in a URL or body: YYYY-MM. */
export const monthText = z
  .string()
  .transform((text, check) => {
    const value = parseMonth(text);
    if (value !== undefined) return value;
    check.addIssue({ code: 'custom', message: 'likeMonth' });
    return z.NEVER;
  })
  .openapi({ type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$', example: '2026-11' });

/** The part of a route's `request` that asks for a JSON body. */
export function jsonBody<S extends z.ZodType>(schema: S) {
  return { body: { content: { 'application/json': { schema } }, required: true } } as const;
}

/** The part of a route's `request` that asks for a form with a file. */
export function formBody<S extends z.ZodType>(schema: S) {
  return { body: { content: { 'multipart/form-data': { schema } } } } as const;
}

/** A file in a form. */
export const uploadedFile = z.instanceof(File).openapi({ type: 'string', format: 'binary' });

/** The place of a row in its file or on its sheet, in a URL: from 1, and what fits the database's integer. */
export const rowPlace = z.coerce.number().int().min(1).max(2_147_483_647);

/** The part of a route's `request` that names one thing: `/…/{id}`. */
export const byId = { params: z.object({ id: z.uuid() }) } as const;

/**
 * Names the permission that a route's service asks for. It goes into the OpenAPI document, where people read it and a test
 * compares it with what the server does; it enforces nothing itself.
 */
export function needs(permission: Permission) {
  return { 'x-permission': permission } as const;
}
