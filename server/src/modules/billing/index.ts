export { type Bill, billStates } from './model.ts';
export { billing } from './routes.ts';
export { type BillCancelled, cancel, cancelBill, getBillId } from './service/cancel-bill.ts';
export { contributionOf } from './service/contribution.ts';
export { importStatement, type StatementImported } from './service/import-statement.ts';
export { getBill, listBills } from './service/read-bills.ts';
export { getStatement, type StatementFile } from './service/read-payments.ts';
export { billsOfRoster, type RosterBill } from './service/roster-bills.ts';
export { type BillIssued, runBilling } from './service/run-billing.ts';
