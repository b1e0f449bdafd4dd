import { z } from '@hono/zod-openapi';
import { segments } from '#partners';
import { hasMessage, type Language, say } from '#platform/messages';
import { differenceSides, memberVerdicts } from './model.ts';
import type { ImportUnderWay } from './service/read-members.ts';

/** A number of things. */
export const count = z.int();

/** A member file of a branch. */
export const memberFile = z
  .object({
    fileId: z.uuid(),
    branchId: z.string(),
    branchName: z.string(),
    month: z.string(),
    fileName: z.string(),
    counts: z
      .object({
        rowsIn: count,
        matched: count,
        doubtful: count,
        unknown: count,
        refused: count,
        ignored: count,
      })
      .describe('rowsIn = matched + doubtful + unknown + refused + ignored.'),
    desk: z
      .object({
        open: count,
        decided: count,
        forgotten: count.describe('Doubtful rows whose strangers were forgotten: nobody can decide them.'),
      })
      .nullable()
      .describe('Doubtful rows where they are decided; null for those who see no row of the file.'),
    people: count.describe('People whose cover it made, each once.'),
    dropped: z
      .array(z.string())
      .describe('Headings of columns with membership numbers (KPJ); nothing of them was kept.'),
    madeBy: z.string(),
    recordedAt: z.string(),
    replacedAt: z.string().nullable().describe('Null while it stands for its branch and month.'),
  })
  .openapi('MemberFile');

/** A row of a member file. */
export const memberRow = z
  .object({
    ordinal: count,
    sheet: z.string(),
    row: count.describe('Number at the left edge of the sheet.'),
    verdict: z.enum(memberVerdicts),
    reason: z.string(),
    text: z.string().describe('What was found, in the language of the request.'),
    remedy: z.string(),
    field: z.string().nullable(),
    name: z
      .string()
      .nullable()
      .describe('Empty where the file had none; null of ignored rows, and once a stranger was forgotten.'),
    nikMasked: z.string().nullable(),
    segment: z.enum(segments).nullable(),
    npp: z.string().nullable().describe('Number of the employer, as stated.'),
    paidUntil: z.string().nullable(),
  })
  .openapi('MemberRow');

/** What BPJS and we tell differently. */
export const differences = z
  .object({
    month: z.string(),
    files: z
      .array(memberFile)
      .describe('Files that stand for the month. Without one for a village nothing is said of it.'),
    villages: z.array(
      z.object({ village: count, villageName: z.string(), paidHere: count, statedThere: count }),
    ),
    people: z
      .array(
        z.object({
          personId: z.uuid(),
          name: z.string(),
          birthDate: z.string().nullable(),
          village: count,
          villageName: z.string(),
          segment: z.enum(segments),
          side: z
            .enum(differenceSides)
            .describe('paid_here: paid here, not active at BPJS; stated_there: the other way round.'),
          agreed: z.boolean().describe('False when BPJS alone knows the person as its member.'),
          partnerName: z.string(),
          fundName: z.string(),
        }),
      )
      .describe('At most 500; the CSV has them all.'),
    total: count,
  })
  .openapi('MemberDifferences');

/** A member file on its way in. */
export const memberImport = z
  .object({
    importId: z.uuid(),
    branchName: z.string(),
    month: z.string(),
    fileName: z.string(),
    state: z.enum(['received', 'done', 'failed']),
    problem: z
      .object({ code: z.string(), text: z.string(), remedy: z.string() })
      .nullable()
      .describe('Why it could not be imported.'),
    progress: z
      .object({
        phase: z.string(),
        done: count,
        total: count.nullable(),
        perSecond: count.nullable(),
        secondsLeft: count.nullable(),
      })
      .nullable()
      .describe('Null once it has ended.'),
    madeBy: z.string(),
    recordedAt: z.string(),
  })
  .openapi('MemberImport');

/** An import in the words of the language. */
export function shownImport({ import: one, progress }: ImportUnderWay, language: Language) {
  const { problem, digest: _, branchId: __, ...rest } = one;
  const said = (code: string, facts: NonNullable<typeof problem>['facts']) =>
    hasMessage(code) ? say(language, code, facts) : { text: code, remedy: '' };
  return {
    ...rest,
    progress,
    problem: problem === null ? null : { code: problem.code, ...said(problem.code, problem.facts) },
  };
}
