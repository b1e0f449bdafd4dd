import { createRootRoute } from '@tanstack/react-router';
import { Shell } from './Shell.tsx';

/** What is around every page. */
export const root = createRootRoute({ component: Shell });

/** One text of the address's query; absent when it is not there, so that it does not show in the address. */
export function text<K extends string>(
  search: Readonly<Record<string, unknown>>,
  name: K,
): { [_ in K]?: string } {
  const value = search[name];
  return (typeof value === 'string' && value !== '' ? { [name]: value } : {}) as { [_ in K]?: string };
}
