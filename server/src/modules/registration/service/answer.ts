import { parseNik } from '@payung/identity';
import { type Context, change, read } from '#platform/context';
import { digestOf } from '#platform/files';
import { maskText } from '#platform/log';
import { Refusal } from '#platform/refusal';
import { type ClassifiedRow, cellText, FileProblem, readInWorker } from '#rosters';
import { readAnswer } from '../read/answer.ts';
import { type AnsweredRow, findBatch, keepAnswers } from '../store/batches.ts';
import { listOfBatch } from '../store/members.ts';

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
 * Takes in what the branch answered to a sheet: by NIK, and by the number of the row where it gives no NIK. The file itself is
 * not kept, and of its words only what hides numbers.
 *
 * @throws Refusal auth.forbidden, registration.batchNotFound, registration.answerUnreadable
 */
export async function answerBatch(ctx: Context, batchId: string, content: Uint8Array): Promise<Answered> {
  // Nobody who may not answer has a file read.
  await read(ctx, 'registration.export', async () => undefined);
  const rows = await readRows(content);
  return change(ctx, 'registration.export', async (tx) => {
    const batch = await findBatch(tx, batchId);
    if (batch === undefined) throw new Refusal('registration.batchNotFound');
    const members = await listOfBatch(tx, batchId);
    const byNik = Map.groupBy(members, ({ sealed }) => sealed.nik);
    const ordinals = new Set(members.map(({ ordinal }) => ordinal));
    const answers = new Map<number, AnsweredRow>();
    const leftAside: Answered['leftAside'][number][] = [];
    for (const {
      row: { raw, values = {} },
      plainCode,
    } of rows) {
      const nik = parseNik(cellText(values.nik), { referenceDay: ctx.platform.clock.today() });
      const number = Number(cellText(values.no));
      // Somebody is on a sheet once for each membership; an answer by NIK alone is one to all of these lines.
      const named = nik.ok ? (byNik.get(nik.nik) ?? []).map(({ ordinal }) => ordinal) : [number];
      const meant = named.includes(number) ? [number].filter((one) => ordinals.has(one)) : named;
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
        for (const ordinal of meant) answers.set(ordinal, { ordinal, ...said });
      }
    }
    const kept = [...answers.values()];
    const changed = await keepAnswers(tx, batchId, kept);
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
    return { ...facts, unanswered: members.length - kept.length, leftAside };
  });
}

function shown(text: string): string | null {
  return text === '' ? null : maskText(text).slice(0, 200);
}

interface AnswerRow {
  readonly row: ClassifiedRow;
  /** The cell below `Kode`: a heading that means something in an answer only; empty without it. */
  readonly plainCode: string;
}

async function readRows(content: Uint8Array): Promise<AnswerRow[]> {
  const rows: AnswerRow[] = [];
  const codes = new Map<string, number>();
  try {
    await readInWorker(content, (batch) => {
      for (const { sheet, layout } of batch.sheets) {
        const column = layout?.unrecognised.find(({ header }) => /^kode\b/i.test(header))?.column;
        if (column !== undefined) codes.set(sheet, column);
      }
      for (const row of batch.rows) {
        const column = codes.get(row.raw.sheet);
        const plainCode = column === undefined ? '' : cellText(row.raw.cells[column]);
        if (row.kind === 'person') rows.push({ row, plainCode });
      }
    });
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    throw new Refusal('registration.answerUnreadable', { problem: error.code });
  }
  return rows;
}
