import type { audit as texts } from '../id/audit.ts';

export const audit: Readonly<Record<keyof typeof texts, string>> = {
  'audit.about':
    'Every action is recorded in a log sealed in a chain. Note the sentence below in the minutes of a meeting or on paper: up to there the log cannot be changed unnoticed.',
  'audit.block': 'Last block',
  'audit.closed': 'Closed',
  'audit.entries': 'Entries up to there',
  'audit.fingerprint': 'Fingerprint',
  'audit.none': 'No block is closed yet.',
  'audit.noneNext': 'The first one closes by itself soon after something was done.',
  'audit.verify': 'The whole log is verified at the terminal:',
};
