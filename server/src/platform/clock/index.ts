import { type Day, day, type Month, monthOf } from '@payung/kernel';

/** The only place that knows what time it is. Days and months are those of the branch's zone. */
export interface Clock {
  now(): Date;
  today(): Day;
  thisMonth(): Month;
}

/** Nusa Tenggara Timur keeps Central Indonesian Time (WITA). */
const defaultZone = 'Asia/Makassar';

function clockOf(now: () => Date, zone: string): Clock {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const today = () => day(format.format(now()));
  return { now, today, thisMonth: () => monthOf(today()) };
}

/** The machine's clock, read in `zone`. */
export function systemClock(zone: string = defaultZone): Clock {
  return clockOf(() => new Date(), zone);
}

/** A clock that stands still at `instant` (ISO 8601), for tests and for re-running a day. */
export function fixedClock(instant: string, zone: string = defaultZone): Clock {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) throw new RangeError(`not an instant: ${instant}`);
  return clockOf(() => at, zone);
}
