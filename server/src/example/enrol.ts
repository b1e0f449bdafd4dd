import type { Day } from '@payung/kernel';
import type { Context } from '#platform/context';
import { watchProgress } from '#platform/jobs';
import { hasMessage } from '#platform/messages';
import { Refusal, refusalStatus } from '#platform/refusal';
import {
  getRoster,
  listRosters,
  type ReasonCount,
  type Roster,
  requestAcceptance,
  sendRoster,
} from '#rosters';
import type { ExampleFile } from './belu.ts';
import type { ExampleReport } from './report.ts';

/** The roster that was sent for an agreement of the example; undefined while none was. */
export async function findRoster(ctx: Context, agreementId: string): Promise<Roster | undefined> {
  // The example sends first: what came later, whoever looks around sent, and it is theirs to accept.
  return (await listRosters(ctx)).findLast((roster) => roster.agreementId === agreementId && roster.example);
}

/**
 * Sends a list and has it checked and accepted, going on where an earlier run stopped. The worker must be running.
 *
 * @param file is asked for only when nothing was sent yet
 */
export async function enrol(
  ctx: Context,
  input: {
    readonly agreementId: string;
    readonly startsOn: Day;
    readonly file: () => Promise<ExampleFile>;
  },
  report: ExampleReport,
): Promise<{ roster: Roster; reasons: readonly ReasonCount[] }> {
  const { agreementId, startsOn } = input;
  const before = await findRoster(ctx, agreementId);
  let rosterId = before?.rosterId;
  if (rosterId === undefined) {
    const { fileName, content } = await input.file();
    report.say(`${fileName}: ${Math.ceil(content.byteLength / 1024)} KB`);
    const sent = { agreementId, fileName, content, startsOn, policy: 'good_rows' } as const;
    rosterId = (await sendRoster(ctx, sent)).rosterId;
  }
  for (;;) {
    const found = await getRoster(ctx, rosterId);
    const { roster } = found;
    if (roster.state === 'accepted' || roster.state === 'undone') return found;
    if (roster.state === 'checked' && roster.enrolled === 0) return found;
    if (roster.state === 'failed') throw failureOf(roster);
    if (roster.state === 'checked') await requestAcceptance(ctx, rosterId);
    else await finished(ctx, roster, report);
  }
}

async function finished(ctx: Context, roster: Roster, report: ExampleReport): Promise<void> {
  for await (const progress of watchProgress(ctx, 'rosters.read', roster.rosterId)) {
    report.progress(roster.fileName, progress);
    if (progress.problem !== null) throw new Error(`${roster.fileName}: ${progress.problem.code}`);
  }
}

function failureOf({ fileName, problem }: Roster): Error {
  const code = problem?.code ?? '';
  return hasMessage(code) && code in refusalStatus
    ? new Refusal(code as keyof typeof refusalStatus, problem?.facts)
    : new Error(`${fileName}: ${code}`);
}
