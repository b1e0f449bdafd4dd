import { z } from '@hono/zod-openapi';
import { areaCode } from '#areas';
import { memberGroups, purseKinds } from '#partners';
import { dayText } from '#platform/http';
import { endReasons } from './model.ts';

const figures = z
  .object({
    seats: z.int().describe('As far as their number is known.'),
    unknown: z.int().describe('Offices of villages whose number of seats nobody has stated.'),
    filled: z.int(),
    filledOfKnown: z.int().describe('Of the known seats: those with a holder.'),
    covered: z.int().describe('Seats whose holder’s month is paid.'),
    coveredOfKnown: z
      .int()
      .describe('Of the known seats: the numerator of "75 % of officials" over `seats`.'),
    vacant: z.int().describe('Known seats without a holder.'),
    ending: z.int().describe('Terms that end within 60 days, or are over.'),
    overdue: z.int().describe('Of these: terms that are over by their decree.'),
    unseen: z.int().describe('Holders who live outside the caller’s areas.'),
  })
  .openapi('SeatFigures');

const place = z.object({ code: z.int(), name: z.string(), kind: z.string(), level: z.string() });

/** An area with its seats. */
export const areaFigures = z
  .object({
    area: place,
    parents: z.array(place),
    on: z.string(),
    month: z.string().describe('The month of the cover.'),
    total: figures,
    bodies: z.array(figures.extend({ body: z.string() })),
    rows: z.array(figures.extend({ code: z.int(), name: z.string() })).describe('The areas right below.'),
    people: z.int().describe('People in the seats, each once.'),
    coveredPeople: z.int(),
    severalSeats: z.int().describe('People with several seats: two holdings, one cover.'),
    sources: z.array(z.object({ source: z.string(), seats: z.int(), villages: z.int() })),
  })
  .openapi('AreaSeats');

const holding = z
  .object({
    holdingId: z.uuid(),
    personId: z.uuid(),
    name: z.string().nullable().describe('Null when the person lives outside the caller’s areas.'),
    office: z.string(),
    seat: z.int(),
    label: z.string().nullable(),
    decreeNumber: z.string().nullable(),
    decreeDay: z.string().nullable(),
    from: z.string(),
    termUntil: z.string().nullable().describe('First day after the term by the decree.'),
    until: z.string().nullable().describe('First day no longer in office; null while it lasts.'),
    endReason: z.enum(endReasons).nullable(),
    covered: z.boolean().nullable(),
    diedOn: z.string().nullable(),
    others: z.array(z.string()).describe('Other seats the person holds now.'),
  })
  .openapi('OfficeHolding');

/** A village with its bodies. */
export const village = z
  .object({
    area: place,
    parents: z.array(place),
    on: z.string(),
    month: z.string(),
    total: figures,
    offices: z.array(
      z.object({
        office: z.string(),
        body: z.string(),
        nameId: z.string(),
        nameEn: z.string(),
        group: z.enum(memberGroups),
        seats: z.int().nullable().describe('Seats by law; null where the law leaves it to the village.'),
        count: z.int().nullable().describe('Seats; null when not known.'),
        source: z.string().nullable(),
        since: z.string().nullable(),
        holders: z.array(holding),
      }),
    ),
    former: z.array(holding),
  })
  .openapi('VillageSeats');

/** Of which area, on which day. */
export const query = z.object({ area: areaCode, on: dayText.optional() });
/** Names a village. */
export const byCode = { params: z.object({ code: areaCode }) } as const;
const label = z.string().min(1).max(60).nullable().default(null);
/** How somebody comes into a seat. */
export const appointment = {
  personId: z.uuid(),
  label: label.describe('What tells the seat from the others, such as RT 003 / RW 001.'),
  decreeNumber: z.string().min(1).max(100).nullable().default(null),
  decreeDay: dayText.nullable().default(null),
  from: dayText.describe('First day in office.'),
  termTo: dayText.nullable().default(null).describe('Last day of the term by the decree.'),
};

/** What protects somebody already who comes into a seat. */
export const otherCover = z
  .object({
    by: z.enum(['fund', 'employer']).describe('fund: a second must not pay · employer: lawful.'),
    fundKind: z.enum(purseKinds),
    regency: z.string(),
  })
  .openapi('OtherCover')
  .nullable()
  .describe('What protects the person already; null for nothing.');

/** The parts of an area that a page shows. */
export const placeOf = ({ code, name, kind, level }: z.infer<typeof place>) => ({ code, name, kind, level });
