import { createRoute, z } from '@hono/zod-openapi';
import type { Result } from '@payung/law';
import {
  answers,
  byId,
  formBody,
  json,
  jsonBody,
  monthText,
  needs,
  routes,
  uploadedFile,
} from '#platform/http';
import { verdicts } from './model.ts';
import { importStatement } from './service/import-statement.ts';
import { getBill, listBills } from './service/read-bills.ts';
import { getStatement, listPayments } from './service/read-payments.ts';
import { runBilling } from './service/run-billing.ts';

const rupiah = z.int().describe('Whole rupiah.');

const bill = z
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
    state: z.enum(['unpaid', 'partial', 'paid']),
    issuedOn: z.string(),
    dueOn: z
      .string()
      .describe(
        'The 15th of the first month, or the next working day (PP 44/2015): Monday to Friday without the national holidays that were listed when the bill was issued. Collective leave counts as working days.',
      ),
  })
  .openapi('Bill');

const billIssued = z
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

const billFile = z
  .object({
    bill,
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

const payment = z
  .object({
    paymentId: z.uuid(),
    statementId: z.uuid(),
    account: z.string().describe('Masked but for its last four digits.'),
    externalRef: z.string(),
    paidOn: z.string(),
    amount: rupiah,
    unallocated: rupiah.describe('The part that settles no bill yet.'),
    description: z.string(),
    billNumber: z.string().nullable().describe('Found in the description; null when none.'),
    billId: z.uuid().nullable(),
  })
  .openapi('Payment');

const counts = z.object(
  Object.fromEntries(verdicts.map((verdict) => [verdict, z.int()])) as Record<
    (typeof verdicts)[number],
    z.ZodInt
  >,
);

const totals = {
  counts: counts.describe('Rows by what became of them.'),
  received: rupiah,
  settled: rupiah.describe('The part that settled bills.'),
  unallocated: rupiah.describe('The part that settles no bill yet.'),
};

const statementImported = z
  .object({
    statementId: z.uuid(),
    repeated: z.boolean().describe('The same file was imported before: nothing changed.'),
    rows: z.int(),
    ...totals,
    billsPaid: z.array(z.string()).describe('Numbers of the bills that are now paid in full.'),
    peopleCovered: z.int(),
  })
  .openapi('StatementImported');

const statementFile = z
  .object({
    statementId: z.uuid(),
    account: z.string(),
    fileName: z.string(),
    rows: z.int(),
    recordedAt: z.string(),
    ...totals,
    lines: z.array(
      z.object({
        row: z.int().describe('As a spreadsheet shows it.'),
        verdict: z.enum(verdicts),
        reason: z.string().nullable(),
        text: z.string(),
        remedy: z.string().describe('What to do; empty when there is nothing to do.'),
        paymentId: z.uuid().nullable(),
        paidOn: z.string().nullable(),
        amount: rupiah.nullable(),
      }),
    ),
  })
  .openapi('Statement');

export const billing = routes()
  .openapi(
    createRoute({
      method: 'post',
      path: '/bills',
      summary: 'Bill an agreement for some months',
      ...needs('billing.run'),
      request: jsonBody(z.object({ agreementId: z.uuid(), from: monthText, to: monthText })),
      responses: { ...answers, 201: json(billIssued, 'The bill.') },
    }),
    async (c) => c.json(await runBilling(c.var.ctx, c.req.valid('json')), 201),
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/bills',
      summary: 'Bills in scope, newest first',
      ...needs('billing.read'),
      request: { query: z.object({ agreementId: z.uuid().optional(), after: z.uuid().optional() }) },
      responses: {
        ...answers,
        200: json(z.object({ bills: z.array(bill), next: z.string().nullable() }), 'Bills.'),
      },
    }),
    async (c) => {
      const page = await listBills(c.var.ctx, c.req.valid('query'));
      return c.json({ bills: [...page.bills], next: page.next }, 200);
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/bills/{id}',
      summary: 'One bill by village and month, with its explanations and payments',
      ...needs('billing.read'),
      request: byId,
      responses: { ...answers, 200: json(billFile, 'The bill.') },
    }),
    async (c) => {
      const file = await getBill(c.var.ctx, c.req.valid('param').id);
      const { villages, reasons, payments } = file;
      return c.json(
        { bill: file.bill, villages: [...villages], reasons: [...reasons], payments: [...payments] },
        200,
      );
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/payments',
      summary: 'Import a bank or virtual-account statement',
      ...needs('payments.import'),
      request: formBody(
        z.object({
          file: uploadedFile,
          account: z
            .string()
            .max(100)
            .describe('The receiving account; kept masked.')
            .openapi({ example: '0012-3456-78' }),
        }),
      ),
      responses: { ...answers, 201: json(statementImported, 'What became of the rows.') },
    }),
    async (c) => {
      const { file, account } = c.req.valid('form');
      const content = new Uint8Array(await file.arrayBuffer());
      const done = await importStatement(c.var.ctx, { fileName: file.name, content, account });
      return c.json({ ...done, billsPaid: [...done.billsPaid] }, 201);
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/payments',
      summary: 'Money that came in, newest first',
      ...needs('billing.read'),
      request: {
        query: z.object({
          after: z.uuid().optional(),
          unallocated: z.enum(['true', 'false']).optional().describe('Only what settles no bill yet.'),
        }),
      },
      responses: {
        ...answers,
        200: json(z.object({ payments: z.array(payment), next: z.string().nullable() }), 'Payments.'),
      },
    }),
    async (c) => {
      const { after, unallocated } = c.req.valid('query');
      const page = await listPayments(c.var.ctx, { after, unallocatedOnly: unallocated === 'true' });
      return c.json({ payments: [...page.payments], next: page.next }, 200);
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/statements/{id}',
      summary: 'One statement, row by row',
      ...needs('billing.read'),
      request: byId,
      responses: { ...answers, 200: json(statementFile, 'The statement.') },
    }),
    async (c) => {
      const file = await getStatement(c.var.ctx, c.req.valid('param').id);
      const { statementId, account, fileName, rows, recordedAt } = file.statement;
      const { counts, received, settled, unallocated, lines } = file;
      return c.json(
        {
          statementId,
          account,
          fileName,
          rows,
          recordedAt,
          counts,
          received,
          settled,
          unallocated,
          lines: [...lines],
        },
        200,
      );
    },
  );
