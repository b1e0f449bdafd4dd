import { z } from '@hono/zod-openapi';
import type { Result } from '@payung/law';
import { billStates } from './model.ts';

/** Whole rupiah on the wire. */
export const rupiah = z.int().describe('Whole rupiah.');

/** A bill as lists show it. */
export const bill = z
  .object({
    billId: z.uuid(),
    number: z.string().describe('Quoted in the transfer, such as B-5304-202611-0001.'),
    agreementId: z.uuid(),
    agreementNumber: z.string(),
    partnerId: z.uuid(),
    partnerName: z.string(),
    fundId: z.uuid(),
    fundName: z.string(),
    area: z.int(),
    areaName: z.string(),
    from: z.string().describe('First month billed.'),
    to: z.string().describe('Last month billed.'),
    people: z.int(),
    amount: rupiah,
    paid: rupiah,
    open: rupiah,
    state: z.enum(billStates),
    issuedOn: z.string(),
    dueOn: z
      .string()
      .describe(
        'The 15th of the first month, or the next working day (PP 44/2015): Monday to Friday without the national holidays that were listed when the bill was issued. Collective leave counts as working days.',
      ),
    cancelled: z
      .object({ by: z.string(), at: z.string(), why: z.string() })
      .nullable()
      .describe('Who cancelled it, when and why; null while it stands.'),
  })
  .openapi('Bill');

/** A bill just issued. */
export const billIssued = z
  .object({
    billId: z.uuid(),
    number: z.string(),
    from: z.string(),
    to: z.string(),
    people: z.int(),
    lines: z.int().describe('Membership-months billed.'),
    amount: rupiah,
    dueOn: z.string(),
    deceased: z.int().describe('Members left out because they died before a month of the bill.'),
  })
  .openapi('BillIssued');

/** A bill just cancelled. */
export const billCancelled = z
  .object({ billId: z.uuid(), number: z.string(), people: z.int(), amount: rupiah })
  .openapi('BillCancelled');

/** A decree that names people of a bill. */
export const billDecree = z.object({
  decreeId: z.uuid(),
  number: z.string(),
  signedOn: z.string(),
  people: z.int().describe('People of the bill who are members by it.'),
});

/** A bill with what it is made of, why, and what was paid on it. */
export const billFile = z
  .object({
    bill,
    decrees: z.array(billDecree).describe('The decrees by which its people are members, by date.'),
    withoutDecree: z.int().describe('People of the bill who are members by no decree.'),
    villages: z.array(
      z.object({
        area: z.int(),
        areaName: z.string(),
        month: z.string(),
        people: z.int(),
        jkk: rupiah,
        jkm: rupiah,
        jht: rupiah,
        amount: rupiah,
      }),
    ),
    reasons: z.array(
      z.object({
        hash: z.string().describe('SHA-256 of the explanation as canonical JSON.'),
        tree: z
          .custom<Result>((value) => typeof value === 'object')
          .openapi({ type: 'object', description: 'The explanation: parameters read, steps, articles.' }),
        lines: z.int().describe('How many lines of the bill it explains.'),
        amount: rupiah,
      }),
    ),
    payments: z.array(
      z.object({
        paymentId: z.uuid(),
        statementId: z.uuid(),
        paidOn: z.string(),
        amount: rupiah.describe('The whole payment.'),
        settles: rupiah.describe('The part of it that settles this bill.'),
      }),
    ),
  })
  .openapi('BillFile');
