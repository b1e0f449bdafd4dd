import { formatCount } from '@payung/kernel';
import { generalTextOf, type Language, type ReasonCount, type Roster, textOf } from '@payung/server/local';
import { fill } from '../fill.ts';

const texts = {
  id: {
    counts:
      '{rowsIn} baris = {new} baru + {known} dikenal + {doubtful} meragukan + {refused} ditolak + {ignored} diabaikan',
    wouldRecord:
      '{recorded} orang baru akan dicatat dan {listed} orang dikenal dicocokkan. Terima dengan: payung roster accept {rosterId}',
    recordedAll:
      '{recorded} orang baru dicatat, {listed} orang dikenal dicocokkan; tidak ada yang menjadi peserta.',
    wouldEnrol: '{people} orang akan didaftarkan. Terima dengan: payung roster accept {rosterId}',
    enrolled: '{people} orang terdaftar.',
    recorded: '{people} orang tanpa NIK dicatat saja, tidak didaftarkan.',
    nobody: 'Tidak ada yang dapat didaftarkan.',
    workbook: 'Berkas Anda dengan alasan tiap baris: payung roster workbook {rosterId} HASIL.xlsx',
    failed: 'Berkas {file} tidak dapat diperiksa.',
  },
  en: {
    counts:
      '{rowsIn} rows = {new} new + {known} known + {doubtful} doubtful + {refused} refused + {ignored} ignored',
    wouldRecord:
      '{recorded} new people would be recorded and {listed} known ones brought into line. Accept with: payung roster accept {rosterId}',
    recordedAll:
      '{recorded} new people recorded, {listed} known ones brought into line; nobody became a member.',
    wouldEnrol: '{people} people would be enrolled. Accept with: payung roster accept {rosterId}',
    enrolled: '{people} people are enrolled.',
    recorded: '{people} people without a NIK are recorded only, not enrolled.',
    nobody: 'Nobody can be enrolled.',
    workbook: 'Your file with the reason on each row: payung roster workbook {rosterId} RESULT.xlsx',
    failed: 'The file {file} could not be checked.',
  },
} as const;

/** What became of a roster, with every reason and how many rows have it. */
export function rosterLines(
  { roster, reasons }: { readonly roster: Roster; readonly reasons: readonly ReasonCount[] },
  language: Language,
): string[] {
  const said = texts[language];
  const { counts, rosterId, state, enrolled: people } = roster;
  if (state === 'failed') {
    const { text, remedy } = textOf(language, roster.problem?.code ?? '', roster.problem?.facts ?? {});
    return [fill(said.failed, language, { file: roster.fileName }), text, remedy].filter(
      (line) => line !== '',
    );
  }
  const told = reasons
    .filter(({ verdict }) => verdict !== 'ignored')
    .map(({ reason, count }) => {
      // The places and numbers differ from row to row; they are in the workbook.
      return `${formatCount(count, language).padStart(8)}  ${generalTextOf(language, reason).text}`;
    });
  const { recorded, listed } = roster;
  const enrols = roster.purpose === 'enrol';
  const done = enrols ? said.enrolled : said.recordedAll;
  const todo = enrols ? said.wouldEnrol : said.wouldRecord;
  const next = state === 'accepted' ? done : people + recorded + listed === 0 ? said.nobody : todo;
  return [
    fill(said.counts, language, { ...counts }),
    ...told,
    fill(next, language, { people, recorded, listed, rosterId }),
    ...(enrols && recorded > 0 ? [fill(said.recorded, language, { people: recorded })] : []),
    ...(counts.doubtful + counts.refused > 0 ? [fill(said.workbook, language, { rosterId })] : []),
  ];
}
