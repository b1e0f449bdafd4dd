import { type Day, formatDay } from '@payung/kernel';
import { type DaysOff, onWorkingDays } from '../calendar/working-days.ts';
import { type Explained, Explanation } from '../engine/explain.ts';
import { laterDay } from '../engine/later.ts';
import type { Citation, Parameter } from '../engine/parameter.ts';
import { isDoubtful, unsettledDayText } from '../engine/unsettled-day.ts';
import { claimWindow } from '../jkp/parameters.ts';
import { PERMENAKER_1_2025, PERMENAKER_1_2025_DAY } from '../register/permenaker-1-2025.ts';
import {
  jhtPaymentDays,
  jkkClaimYears,
  jkkPaymentDays,
  jkkReportDays,
  jkmPaymentDays,
} from './parameters.ts';

/** Deadlines that end with a day; the report of an accident ends with a minute (`reportDeadline`). */
export type DeadlineKind = 'jkk.claim' | 'jkp.claim' | 'jkk.payment' | 'jkm.payment' | 'jht.payment';

/** One event, and the day on which what it asks for was done, if it was. */
export type DeadlineInput = {
  readonly kind: DeadlineKind;
  /** The accident or diagnosis, the dismissal, or the complete application. */
  readonly event: Day;
  readonly made?: Day;
  /** Days that are no working days besides Saturday and Sunday; only payments are counted in working days. */
  readonly holidays: readonly Day[];
  /** Whose holidays are no working days besides. Default `none`. */
  readonly calendar?: DaysOff['calendar'];
};

/** The last day (or minute) in time; `inTime` is absent if nothing was done yet. */
export type Deadline = { readonly deadline: string; readonly inTime?: boolean };

const RULE = 'claim.deadline';
const CITATIONS: Readonly<Record<DeadlineKind, Citation>> = {
  'jkk.claim': { law: 'PP 44/2015', article: 'Pasal 26' },
  'jkp.claim': { law: 'PP 37/2021', article: 'Pasal 40' },
  'jkk.payment': { law: 'PP 44/2015', article: 'Pasal 37 ayat (2)' },
  'jkm.payment': { law: 'UU 40/2004', article: 'Pasal 45 ayat (2)' },
  'jht.payment': { law: 'Permenaker 4/2022' },
};
const REPORT: Citation = { law: `PP 44/2015; ${PERMENAKER_1_2025.law}` };

const PAID_BY_BPJS = { id: 'manfaat JKK tetap dibayar BPJS', en: 'BPJS still pays the JKK benefit' };
const PAID_BY_EMPLOYER = {
  id: 'manfaat JKK bagi penerima upah menjadi tanggungan pemberi kerja',
  en: 'the JKK benefit of a wage earner falls on the employer',
};

/** Claim periods that a later law made longer, while older ones were still running; `months` in one unit of `time`. */
const LENGTHENED = {
  'jkk.claim': { id: 'deadline.jkk_transition', time: jkkClaimYears, months: 12 },
  'jkp.claim': { id: 'deadline.jkp_transition', time: claimWindow, months: 1 },
} as const;

/**
 * The last day of a claim or payment, explained, by the law of the day of the event; the last day is in time.
 *
 * @law PP 44/2015 Pasal 26 (PP 82/2019); PP 37/2021 Pasal 40 (PP 6/2025); PP 44/2015 Pasal 37; UU 40/2004
 *   Pasal 45; Permenaker 4/2022
 * @throws LawError date.outOfRange at `event` before the programme, or beyond the years the kernel knows
 */
export function claimDeadline(input: DeadlineInput): Explained<Deadline> {
  const { kind, event, made, holidays, calendar = 'none' } = input;
  const x = new Explanation(RULE, event, 'event');
  const deadline = lastDayOf(x, kind, event, { calendar, holidays });
  if (kind === 'jkk.claim' || kind === 'jkp.claim') {
    const { id, time, months } = LENGTHENED[kind];
    const next = time.periods.find(({ during }) => during.from > event);
    if (next !== undefined && deadline >= next.during.from) {
      const { law } = next.source;
      const otherwise = laterDay(event, { months: months * next.value }, 'event');
      x.uncertainty({
        id,
        text: {
          id: `Jangka waktu belum lewat ketika ${law} berlaku; aturan peralihannya belum dibaca. Menurut tafsir lain: ${formatDay(otherwise, 'id')}`,
          en: `The time had not run out when ${law} took effect; its transitional rule was not read. Under the other reading: ${formatDay(otherwise, 'en')}`,
        },
        changesResult: true,
        otherwise,
      });
    }
  }
  const text = {
    id: `Paling lambat ${formatDay(deadline, 'id')}`,
    en: `At the latest on ${formatDay(deadline, 'en')}`,
  };
  return x.result(
    { deadline, ...(made !== undefined && { inTime: made <= deadline }) },
    text,
    CITATIONS[kind],
  );
}

/**
 * The last minute for reporting an accident: 2 × 24 hours after it on the same clock, on working days or not.
 *
 * @param event local `YYYY-MM-DDTHH:MM`, split into its day and its time
 * @param made the moment of the report in the same form as the answer, if there was one
 * @throws LawError date.outOfRange at `event`
 */
export function reportDeadline(
  event: { readonly on: Day; readonly at: string },
  made?: string,
): Explained<Deadline> {
  const x = new Explanation(RULE, event.on, 'event');
  const last = laterDay(event.on, { days: x.read(jkkReportDays) }, 'event');
  const deadline = `${last}T${event.at}`;
  const value = { deadline, ...(made !== undefined && { inTime: made <= deadline }) };
  const isLate = value.inTime === false;
  const isLiable = event.on >= PERMENAKER_1_2025_DAY.placeholder;
  if (isLate && isLiable) {
    x.finding({
      id: 'deadline.late_report',
      applies: true,
      because: 'late',
      text: {
        id: 'Laporan tahap I terlambat: bagi penerima upah, manfaat JKK menjadi tanggungan pemberi kerja. Isinya dibaca dalam berita, pasalnya belum',
        en: 'The first report is late: for wage earners the JKK benefit falls on the employer. Its content was read in the press, the article was not',
      },
      citation: PERMENAKER_1_2025,
      confidence: 'quoted',
    });
  }
  if (isLate && isDoubtful(PERMENAKER_1_2025_DAY, event.on)) {
    x.uncertainty({
      id: 'deadline.permenaker_1_2025_day',
      text: unsettledDayText(PERMENAKER_1_2025_DAY, null, isLiable ? PAID_BY_BPJS : PAID_BY_EMPLOYER),
      changesResult: false,
      otherwise: value,
    });
  }
  const text = {
    id: `Dilaporkan paling lambat ${formatDay(last, 'id')} pukul ${event.at}`,
    en: `Report at the latest on ${formatDay(last, 'en')} at ${event.at}`,
  };
  return x.result(value, text, REPORT);
}

function lastDayOf(x: Explanation, kind: DeadlineKind, event: Day, daysOff: DaysOff): Day {
  switch (kind) {
    case 'jkk.claim':
      return laterDay(event, { months: 12 * x.read(jkkClaimYears) }, 'event');
    case 'jkp.claim':
      return laterDay(event, { months: x.read(claimWindow) }, 'event');
    case 'jkk.payment':
      return workingDay(x, event, jkkPaymentDays, daysOff);
    case 'jkm.payment':
      return workingDay(x, event, jkmPaymentDays, daysOff);
    case 'jht.payment':
      return workingDay(x, event, jhtPaymentDays, daysOff);
  }
}

/** The n-th working day after the event, which does not count itself. */
function workingDay(x: Explanation, event: Day, count: Parameter<number>, daysOff: DaysOff): Day {
  const days = x.read(count);
  const at = onWorkingDays(x, daysOff, (isWorkingDay) => {
    let on = event;
    for (let left = days; left > 0; ) {
      on = laterDay(on, { days: 1 }, 'event');
      if (isWorkingDay(on)) left -= 1;
    }
    return on;
  });
  return x.step('deadline.working_days', at, {
    id: `Hari kerja dihitung sejak hari sesudah ${formatDay(event, 'id')}: ${formatDay(at, 'id')}`,
    en: `Working days counted from the day after ${formatDay(event, 'en')}: ${formatDay(at, 'en')}`,
  });
}
