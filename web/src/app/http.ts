import { rememberedLanguage } from './remembered.ts';

/** A refusal of the server, or that it could not be reached: what happened, the remedy, and the number to quote. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  /** Short code such as rosters.notChecked; `network` when no answer came. */
  readonly code: string;
  readonly title: string;
  /** Empty when there is none. */
  readonly remedy: string;
  /** Undefined when no answer came. */
  readonly requestId: string | undefined;

  constructor(said: {
    status: number;
    code: string;
    title: string;
    remedy: string;
    requestId?: string | undefined;
  }) {
    super(said.title);
    this.status = said.status;
    this.code = said.code;
    this.title = said.title;
    this.remedy = said.remedy;
    this.requestId = said.requestId;
  }
}

/** `fetch` that asks for answers in the language of the pages. @throws Problem when no answer comes, or a refusal */
export async function ask(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('accept-language', rememberedLanguage());
  const response = await fetch(input, { ...init, headers }).catch(() => {
    // The texts of these two come from the catalogue, by code: see ProblemBox.
    throw new Problem({ status: 0, code: 'network', title: '', remedy: '' });
  });
  if (!response.ok) throw await problemIn(response);
  return response;
}

/** Posts JSON and reads the JSON answer; undefined when the answer has no body. */
export async function post<T>(path: string, body: unknown): Promise<T> {
  const response = await ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** Reads a JSON answer. */
export async function get<T>(path: string): Promise<T> {
  const response = await ask(path);
  return (await response.json()) as T;
}

async function problemIn(response: Response): Promise<Problem> {
  const told: Record<string, unknown> = await response.json().catch(() => ({}));
  const text = (name: string) => (typeof told[name] === 'string' ? told[name] : '');
  return new Problem({
    status: response.status,
    code: text('code') || 'server.error',
    title: text('title'),
    remedy: text('detail'),
    requestId: text('requestId') || (response.headers.get('x-request-id') ?? undefined),
  });
}

/** True when the problem says that nobody is signed in. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof Problem && error.code === 'auth.required';
}
