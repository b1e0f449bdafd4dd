import { createRoute, z } from '@hono/zod-openapi';
import {
  answers,
  byId,
  cursors,
  formBody,
  json,
  jsonBody,
  monthText,
  needs,
  routes,
  uploadedFile,
} from '#platform/http';
import { bill, billCancelled, billFile, billIssued, rupiah } from './bill-schemas.ts';
import { verdicts } from './model.ts';
import { cancelBill } from './service/cancel-bill.ts';
import { importStatement } from './service/import-statement.ts';
import { getBill, listBills } from './service/read-bills.ts';
import { getStatement, listPayments } from './service/read-payments.ts';
import { runBilling } from './service/run-billing.ts';

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
      request: { query: z.object({ agreementId: z.uuid().optional(), after: cursors.id.optional() }) },
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
      summary: 'One bill by village and month, with its decrees, explanations and payments',
      ...needs('billing.read'),
      request: byId,
      responses: { ...answers, 200: json(billFile, 'The bill.') },
    }),
    async (c) => {
      const file = await getBill(c.var.ctx, c.req.valid('param').id);
      const { decrees, villages, reasons, payments } = file;
      return c.json(
        {
          ...file,
          decrees: [...decrees],
          villages: [...villages],
          reasons: [...reasons],
          payments: [...payments],
        },
        200,
      );
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/bills/{id}/cancellation',
      summary: 'Cancel a bill on which nothing was paid; its months may be billed again',
      ...needs('billing.cancel'),
      request: { ...byId, ...jsonBody(z.object({ why: z.string().trim().min(3).max(500) })) },
      responses: { ...answers, 201: json(billCancelled, 'What nobody owes any more.') },
    }),
    async (c) => c.json(await cancelBill(c.var.ctx, c.req.valid('param').id, c.req.valid('json').why), 201),
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
          after: cursors.id.optional(),
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
