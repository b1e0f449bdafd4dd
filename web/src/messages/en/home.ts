import type { home as texts } from '../id/home.ts';

export const home: Readonly<Record<keyof typeof texts, string>> = {
  'home.title': 'Welcome, {name}',
  'home.toAccept': 'Checked, waiting for you to accept: {count}.',
  'home.checked': 'Checked, waiting for an officer to accept: {count}.',
  'home.failed': 'Files that could not be read and must be sent again: {count}.',
  'home.openBills': 'Bills not fully paid: {count} ({sum} open).',
  'home.awaitingPayment': '{count} of {all} agreements await payment.',
  'home.coverage': 'See by area',
  'home.noneWaits': 'No roster waits to be accepted.',
  'home.noOpenBill': 'No bill is open.',
  'home.noProposal': 'No proposal of a village is under way.',
  'home.proposals': 'Proposals of villages under way: {count}.',
  'home.registration': 'Send new members to the branch of BPJS Ketenagakerjaan, and read its answer.',
  'home.people': 'Look somebody up: who pays, and which months are covered.',
  'home.search': 'Find a person',
  'home.users': 'Make accounts and give roles in your area.',
  'home.audit': 'Note the head of the log, to compare later.',
  'home.open': 'Open',
};
