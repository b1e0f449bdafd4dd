import { z } from '@hono/zod-openapi';
import { billStates } from '#billing';
import type { Language } from '#platform/messages';
import { formKinds } from './file/index.ts';
import { verdicts } from './judge/index.ts';
import { policies, purposes, type Roster, rosterStates } from './model.ts';
import { textOf } from './service/read.ts';

const said = {
  text: z.string().describe('What was found, in the language of the request.'),
  remedy: z.string(),
};

/** A roster as the API tells it. */
export const roster = z
  .object({
    rosterId: z.uuid(),
    purpose: z.enum(purposes),
    agreementId: z.uuid().nullable().describe('Null when the people are recorded only.'),
    partnerId: z.uuid(),
    partnerName: z.string(),
    area: z.int(),
    areaName: z.string(),
    fileName: z.string(),
    startsOn: z.string(),
    policy: z.enum(policies),
    sameFrom: z
      .int()
      .nullable()
      .describe('Percent of likeness from which a doubtful row is decided as the same person.'),
    newBelow: z.int().nullable().describe('Percent below which it is decided as a new person.'),
    state: z.enum(rosterStates),
    problem: z
      .object({ code: z.string(), ...said })
      .nullable()
      .describe('Why the file as a whole could not be read.'),
    counts: z
      .object({
        rowsIn: z.int(),
        new: z.int(),
        known: z.int(),
        doubtful: z.int(),
        refused: z.int(),
        ignored: z.int(),
      })
      .describe('rowsIn = new + known + doubtful + refused + ignored.'),
    enrolled: z.int().describe('Rows that acceptance enrols, or enrolled.'),
    recorded: z.int().describe('New people whom acceptance records without a membership.'),
    listed: z
      .int()
      .describe(
        'Known people whom a list that records confirms or brings up to date, or of whom one that enrols only fills in what is empty.',
      ),
    example: z.boolean(),
    madeBy: z.string(),
    recordedAt: z.string(),
    checkedAt: z.string().nullable(),
    acceptedAt: z.string().nullable(),
    undone: z
      .object({ by: z.string(), at: z.string(), why: z.string() })
      .nullable()
      .describe('Who undid its acceptance, when and why; null unless undone.'),
  })
  .openapi('Roster');

/** A roster as lists show it: with how far its job is. */
export const listedRoster = roster
  .extend({
    progress: z
      .object({
        phase: z.string(),
        done: z.int(),
        total: z.int().nullable(),
        perSecond: z.int().nullable(),
        secondsLeft: z.int().nullable(),
      })
      .nullable()
      .describe('Null where nothing works on it.'),
  })
  .openapi('ListedRoster');

/** A roster with its reasons counted. */
export const rosterFile = z
  .object({
    roster,
    reasons: z.array(z.object({ verdict: z.enum(verdicts), reason: z.string(), ...said, count: z.int() })),
    stopped: z
      .object({ code: z.string(), ...said })
      .nullable()
      .describe('Why its last acceptance or undoing did not come about; null when nothing stopped it.'),
    columns: z.array(
      z.object({
        sheet: z.string(),
        fields: z.array(z.string()),
        unused: z.array(z.string()),
        form: z.enum(formKinds).describe('The layout it was recognised as.'),
        version: z
          .int()
          .nullable()
          .describe('Of our template; null where the name of the sheet does not tell.'),
        mapping: z.string().nullable().describe('Name of the saved meaning it was read by.'),
      }),
    ),
  })
  .openapi('RosterFile');

/** A row with its verdict. */
export const row = z
  .object({
    ordinal: z.int(),
    sheet: z.string(),
    row: z.int().describe('Number at the left edge of the sheet.'),
    verdict: z.enum(verdicts),
    reason: z.string(),
    ...said,
    field: z.string().nullable(),
    warnings: z.array(z.object({ code: z.string(), ...said })),
    name: z.string().nullable(),
    nikMasked: z.string().nullable(),
    villageName: z.string().nullable(),
    enrol: z.boolean(),
  })
  .openapi('RosterRow');

/** What undoing a roster would do. */
export const undoPreview = z
  .object({
    memberships: z.int().describe('End as never begun.'),
    withdrawn: z.int().describe('People nobody would see any more, because nothing else speaks of them.'),
    kept: z.int().describe('People the list made who would stay.'),
    listed: z.int().describe('Known people of whom what the list said would be taken back.'),
    seats: z.int().describe('Seats of village bodies taken from the list that would be free again.'),
    bills: z
      .array(
        z.object({
          billId: z.uuid(),
          number: z.string().nullable().describe('Null when it is a bill of an office above.'),
          state: z.enum(billStates),
          amount: z.int().describe('Whole rupiah.'),
          people: z.int().describe('People of the list on it.'),
          others: z.int().describe('People of other lists on it.'),
          payments: z.array(z.string()),
        }),
      )
      .describe(
        'Bills for its people. One on which nothing was paid and nobody else stands is cancelled with the list when named; with any other it cannot be undone.',
      ),
    covered: z.int().describe('People BPJS states as active through it: with any it cannot be undone.'),
  })
  .openapi('RosterUndo');

/** A roster in the words of the language. */
export function shown(one: Roster, language: Language) {
  const { fileId: _, columns: __, census: ___, problem, ...rest } = one;
  return { ...rest, problem: problemIn(problem, language) };
}

/** What went wrong, in the words of the language; null when nothing did. */
export function problemIn(problem: Roster['problem'], language: Language) {
  return problem === null ? null : { code: problem.code, ...textOf(language, problem.code, problem.facts) };
}
