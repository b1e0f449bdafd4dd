import type { RefusalCode } from '#platform/refusal';
import { deathsEn } from './deaths-en.ts';
import type { MessageCode } from './id.ts';
import { mappingRefusalsEn } from './mapping-en.ts';
import { membersEn } from './members-en.ts';
import { officesEn } from './offices-en.ts';
import { paymentsEn } from './payments-en.ts';
import { registrationEn, registrationRefusalsEn } from './registration-en.ts';
import { rowsEn } from './rows-en.ts';
import { selectionEn, selectionRefusalsEn } from './selection-en.ts';
import { usersEn } from './users-en.ts';

const refusals: Record<RefusalCode | 'server.error', readonly [string, string]> = {
  ...officesEn,
  ...deathsEn,
  ...mappingRefusalsEn,
  ...registrationRefusalsEn,
  'server.error': [
    'Something went wrong on the server.',
    'Try again. If it happens again, give this request number to the administrator.',
  ],
  'auth.required': ['You are not signed in.', 'Sign in and try again.'],
  'auth.forbidden': [
    'Your role does not allow you to {permission:permission}.',
    'Ask the administrator for the role, or an officer who has it.',
  ],
  'auth.secondFactorRequired': [
    'Your role requires a second factor.',
    'Set up a code app (TOTP) on the Account page, then sign in again.',
  ],
  'auth.passwordChangeRequired': [
    'Somebody else chose your password.',
    'Change it to your own on the Account page; then everything opens.',
  ],
  'auth.passwordKept': ['The new password is the old one.', 'Choose another password.'],
  'auth.exampleAccount': [
    'This account belongs to the example; its password is public, so it works on the machine itself only.',
    'Sign in with an account of your own. For real work, install Payung without the example (--empty).',
  ],
  'auth.foreignSite': [
    'This request came from another site and was refused.',
    'Open Payung at its own address and try again.',
  ],
  'auth.wrongPassword': [
    'The e-mail address or the password is wrong.',
    'Check both. If you forgot it, ask an administrator for a one-time password.',
  ],
  'auth.wrongCode': [
    'The verification code is wrong.',
    'Type the six digits the application shows now, or one backup code.',
  ],
  'auth.signInExpired': ['The time for typing the code is over.', 'Sign in again from the start.'],
  'auth.tooManyAttempts': [
    'Too many attempts to sign in from this address.',
    'Wait {seconds} seconds, then try again.',
  ],
  'auth.passwordLength': [
    'A password must have 12 to 128 characters.',
    'Use a few words that you remember easily.',
  ],
  'request.invalid': [
    'The field {path:field} cannot be accepted: {problem:fault}.',
    'Correct that field and send again.',
  ],
  'request.cursorUnreadable': [
    'The place in the list (after) cannot be read.',
    'Start again from the first page of the list.',
  ],
  'request.notFound': ['There is nothing at this address.', 'Check the address, or start from Home.'],
  'request.tooLarge': ['The upload exceeds {limit} bytes.', 'Send a smaller file.'],
  'request.tooMany': [
    'Too many requests from this address.',
    'Wait {seconds} seconds, then try again. Many questions fit into one list.',
  ],
  'request.tryAgain': [
    'Somebody else is changing the same data; nothing was done of what you asked.',
    'Try again.',
  ],
  'areas.notFound': ['Area {code} is not on the list.', 'Use the Kemendagri code, such as 53.04 for Belu.'],
  'areas.outsideScope': [
    'That area is outside your scope.',
    'Choose an area of yours, or ask whoever works there.',
  ],
  'branches.notFound': ['There is no BPJS branch {branch}.', 'Use one of: {known}.'],
  'people.notFound': ['This person is not in your area.', 'Check the search, or ask the kabupaten office.'],
  'people.searchTooShort': [
    'The search word is too short.',
    'Type at least three letters of a name, or the 16 digits of a NIK.',
  ],
  'partners.notFound': ['There is no such partner.', 'Choose from the list of partners.'],
  'partners.elsewhere': [
    '{partner} has its seat in another area.',
    'Choose a partner of that area, or an area of the partner.',
  ],
  'partners.exists': ['Partner {name} already exists in that area.', 'Use the existing partner.'],
  'agreements.notFound': ['This agreement is not in your area.', 'Choose from the list of agreements.'],
  'agreements.exists': ['Agreement number {number} is already used by this partner.', 'Check the number.'],
  'agreements.stageOrder': [
    'An agreement cannot go from {from:stage} to {to:stage}.',
    'Follow the order: draft, signed, data received, awaiting payment, active.',
  ],
  'agreements.notInForce': [
    'Agreement {number} is not in force on {day}.',
    'Choose a month within the agreement, extend it, or choose another agreement.',
  ],
  'funds.exists': ['This partner already has a fund of that kind for that year.', 'Use the existing fund.'],
  'funds.outsideArea': [
    '{fund} is the budget of another area.',
    "Choose a budget of the agreement's area, or of one above it.",
  ],
  'decrees.exists': ['This partner already used that decree number.', 'Check the number.'],
  'funds.notFound': ['There is no such fund.', 'Choose from the list of funds.'],
  'rosters.notAccepted': ['The roster is not accepted, or already undone.', 'Reload the page of the roster.'],
  'rosters.undoPaid': [
    'Bill {bill} for people of this roster is paid (payment {payments}); what was paid for cannot be undone.',
    'End the memberships of those who should not be members instead.',
  ],
  'rosters.undoBilled': [
    'People of this roster are still billed: {bills}. Until then it cannot be undone.',
    'Cancel the bills first while nothing was paid on them, undo this roster, then bill the months again.',
  ],
  'rosters.undoCovered': [
    'BPJS states that {people} people are active through this roster.',
    'End the memberships of those who should not be members instead.',
  ],
  'rosters.notFound': ['This roster is not in your area.', 'Choose from the Rosters page.'],
  'rosters.notChecked': ['The roster has not been checked yet.', 'Wait until checking ends, then accept.'],
  'rosters.alreadyAccepted': [
    'This roster was accepted already; {enrolled} people are enrolled. Nothing changed.',
    'See the roster page for its result.',
  ],
  'rosters.notAllGood': [
    'You chose all or nothing, and {bad} rows are not good yet.',
    'Correct them and send again, or send with the choice to accept the good rows.',
  ],
  'rosters.nothingToEnrol': [
    'No row can be enrolled.',
    'See the reason of each row, correct, and send again.',
  ],
  'people.notDisputed': [
    'The NIK of this person is not in dispute.',
    'Reload; somebody else may have settled it.',
  ],
  'people.disputedElsewhere': [
    'Somebody outside your area uses this NIK too.',
    'Ask an officer responsible for both areas to settle it.',
  ],
  'people.alreadyOne': [
    'These two records are one person already.',
    'Open the record that speaks for both to see what was merged into it.',
  ],
  'people.mergedElsewhere': [
    'This record was merged into one outside your area.',
    'Ask an officer responsible for both areas to merge them.',
  ],
  'people.keepNumbered': [
    'The record to be kept has no NIK, and the other one has.',
    'Keep the record with the NIK.',
  ],
  'people.mergeNotFound': [
    'This merge is no longer in force, or one of its records is outside your area.',
    'Reload the page of the person.',
  ],
  'rosters.notInDoubt': [
    'This row is not in doubt, so there is nothing to decide.',
    'Reload the review page.',
  ],
  'rosters.candidateNotFound': ['This row has no such choice.', 'Reload the review page and choose again.'],
  'rosters.candidateElsewhere': [
    'Somebody the row resembles is recorded outside your area.',
    'Skip the row; an officer responsible for both areas can decide.',
  ],
  'rosters.numberTaken': [
    'Somebody else uses the NIK of this row, so it cannot be enrolled as a new person.',
    'Check the identity card; correct the NIK in the file and send it again.',
  ],
  'rosters.sentElsewhere': [
    'Somebody else already sent this very file for this agreement.',
    'Ask the kabupaten office; nothing changed.',
  ],
  'rosters.allPaidElsewhere': [
    'Nobody was enrolled: since the check another fund has come to cover everybody on this roster.',
    'See the reason on each row.',
  ],
  'rosters.expired': [
    'Nobody accepted this roster for {days} days; its file and the result of each row were destroyed.',
    'Send the file again if it is still needed.',
  ],
  'rosters.purged': [
    'The file of this roster was destroyed {days} days after it was accepted.',
    'The result of each row can still be seen on the roster page.',
  ],
  'rosters.changedMeanwhile': [
    'The data changed since the roster was checked.',
    'It is being checked again; accept when that is done.',
  ],
  'file.empty': ['The file is empty.', 'Choose a file that holds a list.'],
  'file.tooLarge': [
    'The file has {bytes} bytes; the limit is {limit} bytes.',
    'Split it by kecamatan and send the parts.',
  ],
  'file.notSpreadsheet': ['This is not a spreadsheet ({found:format}).', 'Send XLSX or CSV.'],
  'memberships.overlap': [
    'This person is already a member through the same partner in that time.',
    'End the earlier membership first.',
  ],
  'billing.nothingToBill': [
    'There is nobody to bill for {month}.',
    'Accept a roster first, or check the month.',
  ],
  'billing.alreadyBilled': [
    '{month} was already billed under this agreement (bill {number}).',
    'Open that bill; there are no double bills.',
  ],
  'billing.paidAlready': [
    'Rp {paid} was paid on bill {number} ({days}); what was paid for cannot be cancelled.',
    'End the memberships of those who should not be members instead.',
  ],
  'billing.cancelledAlready': [
    'Bill {number} is cancelled already.',
    'Load the page again; its months may be billed again.',
  ],
  'billing.notFound': ['This bill is not in your area.', 'Choose from the list of bills.'],
  'payments.statementUnreadable': [
    'The statement cannot be read: {problem:statement}.',
    'Send a CSV with the columns date, reference, amount, description.',
  ],
  'payments.headingsMissing': [
    'Headings not found: {columns:heading}.',
    'Give the columns a heading: date, reference number, amount, description.',
  ],
  'payments.importedElsewhere': [
    'This statement was imported by another office. Nothing changed.',
    'Ask that office for the result.',
  ],
  'payments.statementNotFound': ['This statement is not in your area.', 'Choose from the list of payments.'],
  'coverage.outsideScope': [
    'Area {code} is not wholly in your task.',
    'Choose an area of your task, or ask the planner above it.',
  ],
  'members.saltMissing': ['The NIKs in this file are hashed.', 'Enter the salt agreed with the branch.'],
  'members.saltShort': [
    'The salt is too short; at least {least} characters.',
    'Agree on a long random one with the branch, not in the mail that brings the file.',
  ],
  'members.saltUnfit': [
    'Not one of {similar} people who look alike has a NIK that fits its hash. Nothing has changed.',
    'The salt may be wrong; check it with the branch.',
  ],
  'members.fileNotFound': [
    'There is no such member file in your areas.',
    'Choose one on the page BPJS exchange.',
  ],
  'members.fileReplaced': [
    'Another file for the same month has taken the place of this one.',
    'Review the rows of the file that stands now.',
  ],
  'members.monthNotBegun': ['{month} has not begun.', 'Check the month.'],
  'jobs.notFound': ['There is no such job.', 'Reload the page.'],
  ...usersEn,
  'law.refused': ['The rule cannot be computed: {code:law} ({path:field}).', 'Correct that field.'],
  'law.invalid': ['The request is invalid at "{path}": {problem}', 'Correct that field and send again.'],
  'law.parameterNotFound': ['There is no parameter {id}.', 'GET /api/law/parameters lists them all.'],
  ...selectionRefusalsEn,
};

export const en: Record<MessageCode, readonly [string, string]> = {
  ...refusals,
  ...rowsEn,
  ...paymentsEn,
  ...membersEn,
  ...registrationEn,
  ...selectionEn,
};
