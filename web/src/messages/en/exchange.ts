import type { exchange as texts } from '../id/exchange.ts';

export const exchange: Readonly<Record<keyof typeof texts, string>> = {
  'exchange.about':
    'The active-member file of a BPJS branch beside what was paid here. The next file of the same month takes its place; nothing is booked.',
  'exchange.import': 'Active-member file of {month}',
  'exchange.branch': 'Branch',
  'exchange.salt': 'Salt of the NIKs',
  'exchange.saltHint': 'Only when the NIKs in the file are hashed. It is not kept.',
  'exchange.file': 'Active-member file',
  'exchange.fileHint':
    'XLSX or CSV with NIK, name, birth date, segment. Membership numbers (KPJ) are not kept.',
  'exchange.submit': 'Take in the file',
  'exchange.imported': '{people} people are covered by this file',
  'exchange.repeated': 'This file stands already; nothing has changed.',
  'exchange.counts':
    '{rowsIn} rows = {matched} matched + {doubtful} doubtful + {unknown} unknown here + {refused} refused + {ignored} ignored',
  'exchange.dropped': 'Columns of membership numbers (KPJ) were not kept: {headings}',
  'exchange.noFile': 'There is no BPJS member file for {month} yet.',
  'exchange.noFileNext': 'Choose another month, or ask a registration officer to take in the file.',
  'exchange.paid_here': 'Paid here, not active at BPJS',
  'exchange.stated_there': 'Active at BPJS, not paid here',
  'exchange.nobody': 'Nobody.',
  'exchange.bpjsOnly': 'only as BPJS states',
  'exchange.more': '{shown} of {total} are shown; the CSV has them all.',
  'exchange.double': 'Paid for by more than one fund',
  'exchange.doubleAbout': 'People whose same protection in the month several funds paid or agreed to pay.',
  'exchange.noDouble': 'Nobody in {month}.',
  'exchange.funds': 'What each fund could save',
  'exchange.people': 'People',
  'exchange.saving': 'Could be saved a month',
  'exchange.paid': 'paid',
  'exchange.agreed': 'agreed',
  'exchange.least': 'At least {saving} a month can be saved.',
  'exchange.employed': '{people} people have several employers; that is lawful and not counted here.',
};
