import { userInfo } from 'node:os';
import { type Context, type Platform, terminalActor } from '#platform/context';
import { newId } from '#platform/ids';
import type { Language } from '#platform/messages';

/** The context of whoever sits at this machine: named after their account here, and allowed everything. */
export function terminalContext(platform: Platform, language: Language): Context {
  // The name goes into the audit log, whose actors are plain words.
  const name = userInfo()
    .username.replace(/[^A-Za-z0-9_.-]/g, '_')
    .slice(0, 80);
  return { platform, actor: terminalActor(name), language, requestId: newId() };
}
