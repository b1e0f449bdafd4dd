import type { PaymentReason } from './payments-id.ts';

export const paymentsEn: Record<PaymentReason, readonly [string, string]> = {
  'statement.settled': ['Settles bill {number}.', ''],
  'statement.partial': [
    'Pays part of bill {number}; Rp {open} is still open. No month is covered yet.',
    'Ask the partner to pay the rest under the same bill number.',
  ],
  'statement.excess': [
    'Bill {number} is paid; Rp {excess} more than it needed went to the unallocated account.',
    'Talk to the partner: pay it back, or use it for the next bill.',
  ],
  'statement.alreadyPaid': [
    'Bill {number} was paid before; Rp {excess} went to the unallocated account.',
    'Talk to the partner: the bill seems to have been paid twice.',
  ],
  'statement.billCancelled': [
    'Bill {number} was cancelled; Rp {excess} went to the unallocated account.',
    'Talk to the partner: pay it back, or use it for the bill that replaces it.',
  ],
  'statement.noBillNumber': [
    'No bill number in the description; the money went to the unallocated account.',
    'Find the sender and ask for the bill number.',
  ],
  'statement.unknownBill': [
    'Bill {number} is not in your area; the money went to the unallocated account.',
    'Check the number with the partner, or hand it to the office that billed.',
  ],
  'statement.severalBills': [
    'The description names several bills ({numbers}); the money went to the unallocated account.',
    'Ask the partner how much is for each.',
  ],
  'statement.repeated': ['This payment is known from another statement. Nothing changed.', ''],
  'statement.referenceUsed': [
    'This reference belongs to another payment (Rp {amount}, {day}); the row was not taken.',
    'Ask for a statement with a reference of its own for each payment, and import again.',
  ],
  'statement.dateMissing': ['The date is empty.', 'Fill in the date of payment and import again.'],
  'statement.dateUnreadable': [
    'The date cannot be read: {text}.',
    'Write day/month/year, such as 16/11/2026, and import again.',
  ],
  'statement.dateLater': ['{day} has not come yet.', 'Check the date on the statement and import again.'],
  'statement.amountMissing': ['The amount is empty.', 'Fill in the money received and import again.'],
  'statement.amountUnreadable': [
    'The amount cannot be read: {text}.',
    'Write it like 97.927.200,00 and import again.',
  ],
  'statement.amountFraction': [
    'The amount has a fraction of a rupiah: {text}.',
    'Write whole rupiah and import again.',
  ],
  'statement.moneyOut': ['Money going out; not a payment.', ''],
  'statement.noMoney': ['The amount is zero; not a payment.', ''],
  'statement.heading': ['A heading.', ''],
  'statement.blank': ['A blank row.', ''],
  'statement.total': ['A balance or total; not a payment.', ''],
};
