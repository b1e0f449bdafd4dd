import { addMonthsTo, firstDay, type Month, monthOf, partsOf } from '@payung/kernel';
import type { Bill } from '#billing';
import { type Coverage, coverageOf } from '#coverage';
import type { Agreement } from '#partners';
import type { Context } from '#platform/context';
import type { ReasonCount, Roster } from '#rosters';
import { ensureAccounts } from './accounts.ts';
import { type BeluLists, beluLists } from './belu.ts';
import { enrol, findRoster } from './enrol.ts';
import { ensureBill, ensurePaid } from './pay.ts';
import type { ExampleReport } from './report.ts';
import {
  belu,
  ensureAgreement,
  exampleAgreements,
  loadProvince,
  markInstallation,
  villagesOf,
} from './setup.ts';
import { texts } from './texts.ts';

/** What the example came to. */
export interface ExampleOutcome {
  readonly agreement: Agreement;
  readonly roster: Roster;
  readonly reasons: readonly ReasonCount[];
  readonly bill: Bill;
  /** Coverage of Belu before the bill was paid; undefined when an earlier run paid it. */
  readonly before: Coverage | undefined;
  readonly after: Coverage;
}

/**
 * Runs the main job on the example, through the use cases a user's click takes: areas, partners, agreements, two lists of a
 * cooperative, then the list of Belu from file to covered month. Each step first asks what is there, so that a second run,
 * or one after `kill -9`, carries on and changes nothing that is done.
 *
 * @param ctx somebody at the terminal; a worker for the jobs must be running
 */
export async function runExample(ctx: Context, report: ExampleReport): Promise<ExampleOutcome> {
  const say = texts[ctx.language];
  await markInstallation(ctx);
  await loadProvince(ctx);
  report.say(say.loaded);

  const agreements = exampleAgreements(monthsAround(ctx));
  const workers = await ensureAgreement(ctx, agreements.workers);
  const members = await ensureAgreement(ctx, agreements.members);
  const savers = await ensureAgreement(ctx, agreements.savers);
  await ensureAccounts(ctx, workers.partnerId);

  // The lists are only made when one of them was not sent yet.
  let made: Promise<BeluLists> | undefined;
  const lists = () => {
    made ??= villagesOf(ctx, belu).then(({ villages, districts }) =>
      beluLists(villages, districts, ctx.platform.clock.today()),
    );
    return made;
  };
  await cooperative(ctx, members, savers, lists, report);

  const startsOn =
    (await findRoster(ctx, workers.agreementId))?.startsOn ?? firstDay(ctx.platform.clock.thisMonth());
  const input = { agreementId: workers.agreementId, startsOn, file: async () => (await lists()).workers };
  const { roster, reasons } = await enrol(ctx, input, report);
  const month = monthOf(roster.startsOn);
  const coverage = () => coverageOf(ctx, { area: belu, month, by: 'area' });
  const unpaid = await ensureBill(ctx, workers.agreementId, { from: month, to: month });
  const before = unpaid.state === 'paid' ? undefined : await coverage();
  const bill = await ensurePaid(ctx, unpaid, 'SP2D (CONTOH) IURAN JKK JKM PEKERJA RENTAN');
  const outcome = { agreement: workers, roster, reasons, bill, before, after: await coverage() };
  for (const line of say.outcome(outcome)) report.say(line);
  return outcome;
}

/**
 * The cooperative came first: it pays for its members, whom Belu must then not pay for again; its savers never paid their
 * bill, and Belu's list takes them in.
 */
async function cooperative(
  ctx: Context,
  members: Agreement,
  savers: Agreement,
  lists: () => Promise<BeluLists>,
  report: ExampleReport,
): Promise<void> {
  const memberFile = async () => (await lists()).members;
  const saverFile = async () => (await lists()).savers;
  const { agreementId } = members;
  const { roster } = await enrol(ctx, { agreementId, startsOn: members.from, file: memberFile }, report);
  const paidFor = { from: monthOf(roster.startsOn), to: addMonthsTo(monthOf(roster.startsOn), 1) };
  await ensurePaid(ctx, await ensureBill(ctx, agreementId, paidFor), 'Setoran koperasi (CONTOH)');

  await enrol(ctx, { agreementId: savers.agreementId, startsOn: savers.from, file: saverFile }, report);
  const never = monthOf(savers.from);
  await ensureBill(ctx, savers.agreementId, { from: never, to: never });
}

/** The months of the agreements, seen from today. */
function monthsAround(ctx: Context) {
  const now = ctx.platform.clock.thisMonth();
  const start = (back: number) => firstDay(addMonthsTo(now, -back) as Month);
  return {
    year: partsOf(ctx.platform.clock.today()).year,
    before: start(1),
    long: start(8),
    lapsed: start(4),
  };
}
