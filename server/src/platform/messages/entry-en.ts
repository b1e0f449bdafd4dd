import type { entryId } from './entry-id.ts';

/** The same as `entryId`. */
export const entryEn: Readonly<Record<keyof typeof entryId, readonly [string, string]>> = {
  'known.listed': ['On record already; brought into line with this.', ''],
  'known.unchanged': ['On record already; this changes nothing that is recorded.', ''],
  'known.notNewer': [
    'On record already, and what is recorded is no older than this ({day}).',
    'If it is wrong, change it on the page of the person.',
  ],
  'new.withoutNik': [
    'Somebody new, recorded but not enrolled yet: the NIK is missing.',
    'Enter the NIK from the KTP or the family card and check again; the record is completed.',
  ],
  'known.withoutNik': [
    'On record already, not enrolled yet: the NIK is missing.',
    'Enter the NIK from the KTP or the family card and check again; the record is completed.',
  ],
  'known.otherFund': [
    'Covered by another fund already ({fund:fund}, {regency}).',
    'Do not pay twice; end the other membership first if this one is right.',
  ],
  'known.fundBesideWage': [
    'Already covered by another fund ({fund:fund}, {regency}), while here it is as a wage earner.',
    'An employer has to pay for its workers: end the membership of that fund first. Whether both may run at once is not settled in the law (U-47).',
  ],
  'known.otherEmployer': [
    'Also works for another employer ({fund:fund}, {regency}); a membership is opened here all the same.',
    'Two employers are lawful, each pays on its own wage. If it is one and the same employer, do not enrol them again.',
  ],
  'doubtful.nikOfAnother': [
    'This NIK is that of somebody else on record in {regency}.',
    'Check the KTP; it may be mistyped, or a KK number.',
  ],
  'person.dead': [
    'This person is recorded as dead.',
    'Heirs may be entitled to a claim. If alive, take the death back on the page of the person.',
  ],
  'name.deceased': [
    'The name is marked as of a dead person.',
    "If it is the father's name, delete the mark.",
  ],
  'nik.scientific': ['The NIK is written as a number.', 'Type its 16 digits from the KTP.'],
  'nik.lastDigitsLost': ['The last digits of the NIK are lost.', 'Type its 16 digits from the KTP.'],
  'nik.two': ['There are {count} NIKs.', 'Write only one.'],
  'nik.sexDiffers': ['By the NIK the sex is {nik}, here it is {given}.', 'Check the KTP.'],
  'date.fromNik': ['The date of birth cannot be read; that of the NIK is taken.', 'Enter the date of birth.'],
  'age.tooYoung': ['Aged {age}; the youngest is {youngest}.', 'Cannot be enrolled.'],
  'age.tooOld': [
    'Aged {age}; new enrolment only before {tooOld}.',
    'Cannot be enrolled; may be recorded only.',
  ],
  'village.outOfScope': [
    'This village is in {regency}, outside the area of the agreement or your own.',
    'Choose an agreement of that regency, or ask its officer to register them.',
  ],
  'village.ambiguous': ['Several villages are called {village}: {candidates}.', 'Choose the village again.'],
  'occupation.notWork': [
    'The occupation says that this is no worker (pupil, housewife, without work).',
    'Enter the work that is done.',
  ],
};
