import { isIPv6 } from 'node:net';
import { createMiddleware } from 'hono/factory';
import { Refusal } from '#platform/refusal';
import type { Env } from './env.ts';
import { peerOf } from './limits.ts';

/** How often one caller may ask: so many requests at once, and then so many each second. */
interface Rate {
  readonly burst: number;
  readonly perSecond: number;
  /** True when a proxy names the caller in X-Forwarded-For. */
  readonly behindProxy: boolean;
}

/** Callers remembered at once; of more, those seen longest ago begin anew. */
const mostCallers = 10_000;

/**
 * Refuses a caller who asks too often, with the seconds to wait. Only for what needs no sign-in: callers are told apart by their
 * network address, counts are those of this process, and nothing is kept beyond it.
 */
export function limitRate({ burst, perSecond, behindProxy }: Rate) {
  const callers = new Map<string, { readonly left: number; readonly at: number }>();
  return createMiddleware<Env>(async (c, next) => {
    const at = c.var.platform.clock.now().getTime() / 1000;
    const caller = networkOf(peerOf(c, behindProxy));
    const before = callers.get(caller) ?? { left: burst, at };
    // A clock that was set back refills nothing.
    const left = Math.min(burst, before.left + Math.max(0, at - before.at) * perSecond);
    const isServed = left >= 1;
    callers.delete(caller);
    callers.set(caller, { left: isServed ? left - 1 : left, at });
    const [oldest] = callers.keys();
    if (callers.size > mostCallers && oldest !== undefined) callers.delete(oldest);
    if (!isServed) throw new Refusal('request.tooMany', { seconds: Math.ceil((1 - left) / perSecond) });
    await next();
  });
}

/** What one caller holds: an IPv4 address, or the network of an IPv6 address (/64), of which each has billions. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = address.split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const zeros = Math.max(0, 8 - groups(head).length - groups(tail).length);
  const all = [...groups(head), ...Array.from({ length: zeros }, () => '0'), ...groups(tail)];
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
