import type { Day } from '@payung/kernel';
import { fullScope, type Grant, type Permission, type Scope, scopeFor } from '#platform/access';
import type { Clock } from '#platform/clock';
import type { Pools } from '#platform/database';
import type { FileStore } from '#platform/files';
import type { Logger } from '#platform/log';
import type { Language } from '#platform/messages';
import type { RefusalCode } from '#platform/refusal';
import type { Keyring, Sealer } from '#platform/seal';

/** What the process has: made once at start-up, shared by every request. */
export interface Platform {
  readonly pools: Pools;
  readonly clock: Clock;
  readonly keyring: Keyring;
  readonly sealer: Sealer;
  readonly files: FileStore;
  readonly log: Logger;
}

/** Who is acting. `scopeFor` says what a purpose opens for them today; undefined means nothing. */
export interface Actor {
  /** Account id, or `terminal:NAME`. Goes into every audit entry. */
  readonly id: string;
  readonly name: string;
  /** What this actor must do before anything else is allowed, such as a second factor; absent when nothing is due. */
  readonly due?: RefusalCode;
  /** The dated grants behind the rights; absent at the terminal, where there are none. */
  readonly grants?: readonly Grant[];
  scopeFor(permission: Permission, today: Day): Scope | undefined;
}

/** One request, command or job: who, in which language, on which platform. The database is reached by read and change. */
export interface Context {
  readonly platform: Platform;
  readonly actor: Actor;
  readonly language: Language;
  readonly requestId: string;
}

/** An actor whose rights are dated grants: a signed-in user, or a job that acts for one. */
export function jobActor(id: string, name: string, grants: readonly Grant[]): Actor {
  return { id, name, grants, scopeFor: (permission, today) => scopeFor(grants, permission, today) };
}

/** Somebody at the terminal of the machine that holds the keys and the database: every purpose, everywhere. */
export function terminalActor(osUser: string): Actor {
  return { id: `terminal:${osUser}`, name: osUser, scopeFor: (permission) => fullScope(permission) };
}
