import type { MemberReason } from './members-id.ts';

export const membersEn: Record<MemberReason, readonly [string, string]> = {
  'matched.covered': ['In the base; covered this month as BPJS states.', ''],
  'matched.lapsed': ['In the base; not paid up for this month.', 'Remind whoever pays.'],
  'matched.elsewhere': [
    'Recorded in {regency}, outside your areas; the cover is not recorded.',
    'Ask an officer in charge of both areas to import this file.',
  ],
  'matched.dead': [
    'In the base, and recorded as having died; the cover is not recorded.',
    'Tell the branch; the heirs may have a claim.',
  ],
  'matched.segmentUnknown': [
    'In the base; the segment cannot be read, so the cover is not recorded.',
    'Write PU, BPU, JAKON or PMI.',
  ],
  'doubtful.numberDiffers': [
    'Resembles somebody recorded in {regency}: same name and birth date, another NIK.',
    'Compare them; in doubt, ask the branch about the identity card.',
  ],
  'doubtful.dead': [
    'Recorded here as having died, and still active at BPJS.',
    'Check both; the heirs may have a claim.',
  ],
  'unknown.notHere': ['Active at BPJS, not in this base.', 'No fund needs to pay for them again.'],
  'number.none': ['There is no NIK, hashed NIK or birth date.', 'Ask the branch to complete this row.'],
  'programmes.unknown': ['The programmes cannot be read.', 'Write for example JKK, JKM, JHT.'],
  'paidUntil.unknown': ['The last paid month cannot be read.', 'Write for example 2026-11.'],
};
