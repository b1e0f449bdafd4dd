import { userInfo } from 'node:os';
import { type Actor, type Context, type Platform, terminalActor } from '#platform/context';
import { newId } from '#platform/ids';
import type { Language } from '#platform/messages';

/** Whoever sits at this machine, named after their account here. */
export function whoIsAtTheTerminal(): Actor {
  // The name goes into the audit log, whose actors are plain words.
  const name = userInfo()
    .username.replace(/[^A-Za-z0-9_.-]/g, '_')
    .slice(0, 80);
  return terminalActor(name);
}

/** The context of whoever sits at this machine: allowed everything. */
export function terminalContext(platform: Platform, language: Language): Context {
  return { platform, actor: whoIsAtTheTerminal(), language, requestId: newId() };
}
