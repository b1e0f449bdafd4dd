import { formatCount } from '@payung/kernel';
import type { Language, Progress } from '@payung/server/local';
import type { Terminal } from './command.ts';
import { fill } from './fill.ts';

const texts = {
  id: {
    queued: 'menunggu',
    checking: 'memeriksa',
    checked: 'memeriksa',
    comparing: 'membandingkan',
    recordingPeople: 'mencatat orang',
    updatingPeople: 'memperbarui orang',
    openingMemberships: 'membuka kepesertaan',
    enrolling: 'mendaftarkan',
    undoing: 'membatalkan',
    finished: 'selesai',
    failed: 'gagal',
    rows: '{done} baris',
    of: '{done} dari {total} baris',
    rate: '{rate} baris/detik',
    left: 'sisa {seconds} detik',
  },
  en: {
    queued: 'waiting',
    checking: 'checking',
    checked: 'checking',
    comparing: 'comparing',
    recordingPeople: 'recording people',
    updatingPeople: 'updating people',
    openingMemberships: 'opening memberships',
    enrolling: 'enrolling',
    undoing: 'undoing',
    finished: 'done',
    failed: 'failed',
    rows: '{done} rows',
    of: '{done} of {total} rows',
    rate: '{rate} rows/s',
    left: '{seconds} s left',
  },
} as const;

const barWidth = 20;

/** One line of progress: what, phase, a bar where the total is known, rows per second and the time left. */
export function progressLine(what: string, progress: Progress, language: Language): string {
  const said = texts[language];
  const { done, total, perSecond, phase } = progress;
  const parts = [what, phase in said ? said[phase as keyof typeof said] : phase];
  if (total !== null && total > 0) {
    const filled = Math.round((Math.min(done, total) / total) * barWidth);
    parts.push(`[${'#'.repeat(filled)}${'-'.repeat(barWidth - filled)}]`);
    parts.push(fill(said.of, language, { done, total }));
  } else if (done > 0) parts.push(fill(said.rows, language, { done }));
  if (perSecond !== null && perSecond > 0) {
    parts.push(fill(said.rate, language, { rate: formatCount(perSecond, language) }));
    if (progress.secondsLeft !== null && progress.secondsLeft > 0) {
      parts.push(fill(said.left, language, { seconds: progress.secondsLeft }));
    }
  }
  return parts.join('  ');
}

/** Rows between two lines where the line cannot be redrawn: a log of a large list stays short. */
const rowsBetweenLines = 25_000;

/** Prints progress: a line redrawn on a screen; elsewhere a line for each phase, and now and then in between. */
export function progressPrinter(terminal: Terminal): (what: string, progress: Progress) => void {
  let last: { what: string; phase: string; done: number } | undefined;
  return (what, progress) => {
    const { phase, done } = progress;
    const line = progressLine(what, progress, terminal.language);
    if (terminal.redraw !== undefined && terminal.live && !progress.finished) {
      terminal.redraw(line);
      return;
    }
    const same = last?.what === what && last.phase === phase && done - last.done < rowsBetweenLines;
    if (same || phase === 'queued') return;
    last = { what, phase, done };
    terminal.err(line);
  };
}
