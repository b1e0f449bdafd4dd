import type { deathsId } from './deaths-id.ts';

/** Refusals about recording that somebody died. */
export const deathsEn: Readonly<Record<keyof typeof deathsId, readonly [string, string]>> = {
  'people.deathAhead': [
    'That day of death has not come yet; today is {today}.',
    'Write the day that stands in the letter of death.',
  ],
  'people.deathBeforeBirth': [
    'That day of death is before this person was born.',
    'Compare both days with the letter of death and the identity card.',
  ],
  'people.deathWithoutNumber': [
    'A letter or certificate of death has a number; it is missing.',
    'Fill it in, or choose the word of the family while there is no paper.',
  ],
  'people.diedAlready': [
    'This person is recorded as having died on {day} already.',
    'An official paper may follow a report; if the day is wrong, withdraw the death first, on the page of the person.',
  ],
  'people.deathCertified': [
    'An official paper says that this person died; you may not withdraw that.',
    'Ask a registration officer of the kabupaten where the paper was recorded.',
  ],
  'people.notDead': ['This person is not recorded as having died.', 'Load the page of the person again.'],
  'offices.dayOfDeath': [
    'The day of death of the former holder does not fit: it goes with that reason, and is before the new holder begins.',
    'Fill in the day from the letter of death, and begin the new term after it.',
  ],
  'memberships.endedByDeath': [
    'This membership ended because the member died.',
    'If that is a mistake, ask a registration officer to withdraw the death on the page of the person.',
  ],
};
