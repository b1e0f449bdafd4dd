import { normaliseName, parseNik } from '@payung/identity';
import type { Day } from '@payung/kernel';
import { type Context, change, read, type Tx } from '#platform/context';
import { digestOf } from '#platform/files';
import { maskText } from '#platform/log';
import { Refusal } from '#platform/refusal';
import { cellText, FileProblem } from '#rosters';
import { readAnswer } from '../read/answer.ts';
import { type ReadRow, readRows } from '../read/rows.ts';
import { type AnsweredRow, findBatch, keepAnswers } from '../store/batches.ts';
import { streamLines } from '../store/lines.ts';

/** What became of a branch's answer. */
export interface Answered {
  readonly accepted: number;
  readonly rejected: number;
  /** People on the sheet of whom the file says nothing. */
  readonly unanswered: number;
  /** Answers that differ from what was known before; 0 when the same file comes again. */
  readonly changed: number;
  /** Rows that were left aside: nobody on the sheet, or no result that can be understood. */
  readonly leftAside: readonly { readonly row: number; readonly because: 'nobody' | 'unclear' | 'twice' }[];
}

/**
 * Takes in what the branch answered to a sheet: by NIK, and by the number of the row where it gives none and no other name. The file itself is
 * not kept, and of its words only what hides numbers.
 *
 * @throws Refusal auth.forbidden, registration.batchNotFound, registration.answerUnreadable
 */
export async function answerBatch(ctx: Context, batchId: string, content: Uint8Array): Promise<Answered> {
  // Nobody who may not answer has a file read.
  await read(ctx, 'registration.export', async () => undefined);
  const rows = await readAnswers(content, ctx.platform.clock.today());
  return change(ctx, 'registration.export', async (tx) => {
    const batch = await findBatch(tx, batchId);
    if (batch === undefined) throw new Refusal('registration.batchNotFound');
    const asked = new Set(rows.flatMap(({ nik }) => (nik === undefined ? [] : [nik])));
    const { names, byNik, alike } = await linesAsked(tx, batchId, asked);
    const answers = new Map<number, Omit<AnsweredRow, 'ordinal'>>();
    const leftAside: Answered['leftAside'][number][] = [];
    for (const {
      row: { raw, values = {} },
      nik,
      cell: plainCode,
    } of rows) {
      const number = Number(cellText(values.no));
      // Somebody is on a sheet once for each set of programmes; an answer by NIK alone is one to all of these lines.
      const named = nik === undefined ? numbered(values, names) : (byNik.get(nik) ?? []);
      const meant = named.includes(number) ? [number] : named;
      const code = cellText(values.answer_code) || plainCode;
      const words = cellText(values.answer_words) || cellText(values.note);
      const answer = readAnswer(cellText(values.answer), code, words);
      if (meant.length === 0) leftAside.push({ row: raw.row, because: 'nobody' });
      else if (answer.state === 'unclear') leftAside.push({ row: raw.row, because: 'unclear' });
      else if (meant.some((ordinal) => answers.has(ordinal)))
        leftAside.push({ row: raw.row, because: 'twice' });
      else {
        const reason = answer.state === 'rejected' ? answer.reason : null;
        const said = { state: answer.state, reason, code: shown(code), words: shown(words) };
        for (const line of meant) answers.set(line, { line, ...said });
      }
    }
    const kept = [...answers.values()];
    const all = kept.flatMap((answer) =>
      (alike.get(answer.line) ?? []).map((ordinal) => ({ ...answer, ordinal })),
    );
    const changed = await keepAnswers(tx, batchId, all);
    const accepted = kept.filter(({ state }) => state === 'accepted').length;
    const facts = { accepted, rejected: kept.length - accepted, changed, leftAside: leftAside.length };
    await tx.record({
      action: 'registration.answered',
      subjectKind: 'registration_batch',
      subjectId: batchId,
      area: batch.area,
      facts,
      digest: Buffer.from(digestOf(content), 'hex'),
    });
    return { ...facts, unanswered: names.size - kept.length, leftAside };
  });
}

function shown(text: string): string | null {
  return text === '' ? null : maskText(text).slice(0, 200);
}

/**
 * The line that a row without a readable NIK means by its number; none when it names somebody else. Rows are sorted, and numbers
 * spoilt, by spreadsheets: where the row says anything of its NIK, only the name beside the number tells whose it is.
 */
function numbered(
  values: NonNullable<ReadRow['row']['values']>,
  names: ReadonlyMap<number, string>,
): number[] {
  const number = Number(cellText(values.no));
  const [known, said] = [names.get(number), normaliseName(cellText(values.name)).text];
  const fits = said === '' ? cellText(values.nik) === '' : said === known;
  return known !== undefined && fits ? [number] : [];
}

/**
 * The names on all lines in scope, normalised, by number; the numbers of the people whose NIK the answer names; and the lines that
 * are one by a merge since the sheet was made, by the number under which they are told.
 */
async function linesAsked(
  tx: Tx,
  batchId: string,
  asked: ReadonlySet<string>,
): Promise<{
  names: ReadonlyMap<number, string>;
  byNik: ReadonlyMap<string, readonly number[]>;
  alike: ReadonlyMap<number, readonly number[]>;
}> {
  const alike = new Map<number, number[]>();
  const names = new Map<number, string>();
  const byNik = new Map<string, number[]>();
  for await (const page of streamLines(tx, batchId)) {
    for (const { ordinal, line, name, sealed } of page) {
      alike.set(line, [...(alike.get(line) ?? []), ordinal]);
      if (ordinal !== line) continue;
      names.set(ordinal, normaliseName(name).text);
      if (sealed.nik !== undefined && asked.has(sealed.nik))
        byNik.set(sealed.nik, [...(byNik.get(sealed.nik) ?? []), ordinal]);
    }
  }
  return { names, byNik, alike };
}

interface AnswerRow extends ReadRow {
  /** Undefined when it gives none that is well formed. */
  readonly nik: string | undefined;
}

async function readAnswers(content: Uint8Array, referenceDay: Day): Promise<AnswerRow[]> {
  try {
    // `Kode` means something in an answer only.
    return (await readRows(content, /^kode\b/i)).map((one) => {
      const nik = parseNik(cellText(one.row.values?.nik), { referenceDay });
      return { ...one, nik: nik.ok ? nik.nik : undefined };
    });
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    throw new Refusal('registration.answerUnreadable', { ...error.facts, problem: error.code });
  }
}
