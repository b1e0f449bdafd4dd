import { maskText, maskValue } from './mask.ts';

/** An error as it may be logged. */
type ErrorDescription = {
  /** Name of its class. */
  type: string;
  /** Masked; for a PostgreSQL data exception, quoted values are left out too. */
  message: string;
  /** Our code, Node's (`ENOENT`) or the five characters of PostgreSQL's. */
  code?: string;
  /** Where in the code, without the message that begins a stack. */
  stack?: string;
  constraint?: string;
  schema?: string;
  table?: string;
  column?: string;
  routine?: string;
  facts?: unknown;
  cause?: ErrorDescription;
};

const NAMED = ['code', 'constraint', 'schema', 'table', 'column', 'routine'] as const;

/**
 * Describes anything thrown, by naming what may be said instead of removing what may not: PostgreSQL puts the row at fault into
 * `detail` ("Key (nik)=(…) already exists"), `where` (the line of a COPY) and `internalQuery`, and a later version may add another.
 */
export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!(error instanceof Error)) return { type: typeof error, message: maskText(String(error)) };
  const own: Record<string, unknown> = { ...error };
  const description: ErrorDescription = { type: error.constructor.name, message: messageOf(error, own) };
  for (const name of NAMED) {
    const value = own[name];
    if (typeof value === 'string') description[name] = value;
  }
  if (own.facts !== undefined) description.facts = maskValue(own.facts);
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  if (frames !== undefined && frames.length > 0) description.stack = frames.join('\n');
  if (error.cause !== undefined && depth < 4) description.cause = describeError(error.cause, depth + 1);
  return description;
}

/** Class 22 is a data exception, whose message quotes the value: `invalid input syntax for type date: "Maria"`. */
function messageOf(error: Error, own: Record<string, unknown>): string {
  const isDataException = typeof own.code === 'string' && /^22[0-9A-Z]{3}$/.test(own.code);
  return maskText(isDataException ? error.message.replace(/".*"/gs, '"[masked]"') : error.message);
}
