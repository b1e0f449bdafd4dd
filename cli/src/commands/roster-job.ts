import {
  actorForUser,
  type Context,
  getRoster,
  jobs,
  type Permission,
  Refusal,
  startJobs,
  textOf,
  watchProgress,
} from '@payung/server/local';
import type { Terminal } from '../command.ts';
import { progressPrinter } from '../progress.ts';

/** Works on jobs in this process until the one on the roster has ended, shows how far it is, and says what stopped it. */
export async function workUntilDone(
  context: Context,
  terminal: Terminal,
  rosterId: string,
): Promise<Awaited<ReturnType<typeof getRoster>>> {
  const { roster } = await getRoster(context, rosterId);
  await workOn(context, terminal, { permission: 'rosters.read', subjectId: rosterId, name: roster.fileName });
  const result = await getRoster(context, rosterId);
  if (result.stopped !== null) {
    const { text, remedy } = textOf(terminal.language, result.stopped.code, result.stopped.facts);
    terminal.err(`${text} ${remedy}`.trim());
  }
  return result;
}

/** Works on jobs in this process until the one on the subject has ended, and shows how far it is under `name`. */
export async function workOn(
  context: Context,
  terminal: Terminal,
  job: { readonly permission: Permission; readonly subjectId: string; readonly name: string },
): Promise<void> {
  const { platform } = context;
  const worker = await startJobs(platform, jobs, (actorId) => actorForUser(platform, actorId));
  try {
    const print = progressPrinter(terminal);
    for await (const progress of watchProgress(context, job.permission, job.subjectId)) {
      print(job.name, progress);
    }
  } finally {
    await worker.stop();
  }
}

/** The id of a roster as typed. @throws Refusal rosters.notFound when no roster can have it */
export function rosterIdIn(text: string | undefined): string {
  if (text === undefined || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) {
    throw new Refusal('rosters.notFound');
  }
  return text;
}
