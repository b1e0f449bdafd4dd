import { type Day, parseDay } from '@payung/kernel';
import { CALENDARS } from '../calendar/working-days.ts';
import { LawError } from '../engine/error.ts';
import {
  type Fields,
  has,
  readDay,
  readDays,
  readFields,
  readRequiredWord,
  readWord,
  refused,
} from '../engine/input.ts';
import type { Rule } from '../engine/run.ts';
import type { Text } from '../engine/text.ts';
import { claimDeadline, type DeadlineKind, reportDeadline } from './deadline.ts';

const KINDS: readonly (DeadlineKind | 'jkk.report')[] = [
  'jkk.claim',
  'jkk.report',
  'jkp.claim',
  'jkk.payment',
  'jkm.payment',
  'jht.payment',
];
const MOMENT = /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d)$/;
const MINUTE: Text = { id: 'waktu seperti 2026-11-20T14:30', en: 'a moment such as 2026-11-20T14:30' };

/** `claim.deadline` of the rules protocol. */
export const claimDeadlineRule: Rule = {
  id: 'claim.deadline',
  about: {
    id: 'Batas waktu klaim, laporan, dan pembayaran',
    en: 'Deadlines of claims, reports and payments',
  },
  answer(input) {
    const fields = readFields(input, ['kind', 'event', 'made', 'holidays', 'calendar']);
    const kind = readRequiredWord(fields, 'kind', KINDS);
    const holidays = readDays(fields, 'holidays');
    const calendar = readWord(fields, 'calendar', CALENDARS, 'none');
    if (kind === 'jkk.report') {
      const event = readMoment(fields, 'event');
      if (!has(fields, 'made')) return reportDeadline(event);
      const made = readMoment(fields, 'made');
      return reportDeadline(event, `${made.on}T${made.at}`);
    }
    const event = readDay(fields, 'event');
    return claimDeadline({
      kind,
      event,
      holidays,
      calendar,
      ...(has(fields, 'made') && { made: readDay(fields, 'made') }),
    });
  },
};

/** A required local moment `YYYY-MM-DDTHH:MM`. */
function readMoment(fields: Fields, name: string): { on: Day; at: string } {
  const value = fields.values.get(name);
  const path = `${fields.prefix}${name}`;
  if (value === undefined) throw new LawError('input.missing', path, { accepted: MINUTE });
  if (typeof value !== 'string') throw refused('input.type', path, value, MINUTE);
  const [, date = '', at = ''] = MOMENT.exec(value) ?? [];
  const on = parseDay(date);
  if (on === undefined) throw refused('input.format', path, value, MINUTE);
  return { on, at };
}
