import type { RegistrationReason, registrationRefusalsId } from './registration-id.ts';

/** Refusals about registering members at the branch of BPJS. */
export const registrationRefusalsEn: Readonly<
  Record<keyof typeof registrationRefusalsId, readonly [string, string]>
> = {
  'registration.nobodyReady': [
    'No member is ready to be sent; of {incomplete} people something is missing.',
    'Complete them first on the page Registration.',
  ],
  'registration.batchNotFound': [
    'This registration sheet is not in your area.',
    'Reload the page Registration.',
  ],
  'registration.notWhole': [
    'Some of the {people} people on this sheet are outside your area by now.',
    'Ask an officer of the regency or province to download it.',
  ],
  'registration.answerUnreadable': [
    'The answer cannot be read. {problem:message}',
    'Send XLSX or CSV with the columns NIK, Hasil, Kode and Keterangan.',
  ],
  'registration.workListUnreadable': [
    'This file is no work list of registration, or cannot be read.',
    'Download the work list on the page Registration, fill in the empty columns, leave the column Kode Orang, and take it in again.',
  ],
  'registration.notRejected': [
    'This row was not rejected, or was sent again.',
    'Reload the page Registration.',
  ],
};

/** Why the branch rejected a member. */
export const registrationEn: Readonly<Record<RegistrationReason, readonly [string, string]>> = {
  'registration.nikUnknown': [
    'The NIK does not match the civil registry.',
    'Compare it with identity and family card; if it is right, ask the civil registry to match it.',
  ],
  'registration.nameDiffers': [
    'The name differs from the civil registry.',
    'Write it exactly as on the identity card.',
  ],
  'registration.birthDiffers': [
    'The birth date differs from the civil registry.',
    'Compare it with the identity card and correct it.',
  ],
  'registration.activeElsewhere': [
    'Already registered at BPJS through somebody else.',
    'See who pays on the page BPJS; end the membership here if they are covered.',
  ],
  'registration.tooOld': [
    'Above the age of registration.',
    'End the membership; the money can serve another.',
  ],
  'registration.dead': [
    'Dead according to the civil registry.',
    'Ask the village; record the death, or correct the NIK.',
  ],
  'registration.incomplete': ['The branch asks for data that are missing.', 'Complete them and send again.'],
  'registration.other': [
    'Rejected by the branch.',
    'Read the words of the branch, and ask if they are not clear.',
  ],
};
