export { type Bill, type BillState, bpuDueDay, type Verdict, verdicts } from './model.ts';
export { billing } from './routes.ts';
export { importStatement, type StatementImported } from './service/import-statement.ts';
export { type BillFile, getBill, listBills } from './service/read-bills.ts';
export { getStatement, listPayments, type StatementFile } from './service/read-payments.ts';
export { type BillIssued, runBilling } from './service/run-billing.ts';
