import type { SelectionReason, selectionRefusalsId } from './selection-id.ts';

/** Why somebody is not put on the list of a village, and what became of a name at enrolment. */
export const selectionEn: Record<SelectionReason, readonly [string, string]> = {
  'selection.dead': ['Recorded as having died.', ''],
  'selection.withoutNik': ['No NIK yet.', 'Bring the NIK with a roster, then choose again.'],
  'selection.disputed': [
    'Several people claim the NIK.',
    'Ask the registration officer to settle whose the NIK is.',
  ],
  'selection.birthUnknown': ['The birth date is not known.', 'Bring the birth date.'],
  'selection.tooYoung': ['Younger than 15.', ''],
  'selection.notWorker': ['By occupation not a worker.', 'Correct the occupation if it is wrong.'],
  'selection.alreadyMember': ['Already a member through this partner.', ''],
  'selection.elsewhere': ['Known elsewhere: {state}, fund {fund}.', ''],
  'selection.otherList': ['On another proposal for the same months.', ''],
  'selection.moved': ['No longer recorded in this village.', ''],
  'selection.active': ['active', ''],
  'selection.agreed': ['agreed', ''],
  'bpu.age': ['Aged 65 or more; cannot be registered as BPU.', ''],
};

/** What cannot be done with rules, lists and decrees. */
export const selectionRefusalsEn: Record<keyof typeof selectionRefusalsId, readonly [string, string]> = {
  'selection.notFound': ['This proposal is not in your area.', 'Choose from the Proposals page.'],
  'selection.notVillage': [
    'A proposal is for one village.',
    'Give the code of a village, such as 53.04.01.2001.',
  ],
  'selection.agreementElsewhere': [
    'That agreement is for {area}, not for this village.',
    'Choose an agreement of the kabupaten of this village.',
  ],
  'selection.monthsTurned': ['The last month is before the first.', 'Correct the two months.'],
  'selection.notDraft': [
    'The meeting has decided this list; its names and ranks stay.',
    'Ask a checker to take it back to the draft, with a reason.',
  ],
  'selection.notEligible': [
    '{people} people cannot be on the list.',
    'Reload the candidates; the reason stands with each person.',
  ],
  'selection.emptyList': ['There is no name on the list yet.', 'Choose people first, then save the ranks.'],
  'selection.dayAhead': ['That day has not come yet.', 'Give today or an earlier day.'],
  'selection.notReopened': [
    'This list cannot be taken back to the draft.',
    'Only a decided or verified list can, before its decree.',
  ],
  'selection.notDecided': [
    'The meeting has not decided this list, or it is verified already.',
    'Reload the page; it says what comes next.',
  ],
  'selection.ownList': [
    'You took part in making this list, or assessed a candidate on it.',
    'Ask another officer to verify it; whoever makes or assesses and whoever checks must be two people.',
  ],
  'selection.notListed': ['Somebody is not on this list.', 'Reload the page and try again.'],
  'selection.unchecked': [
    '{people} people who fill a place have not been checked.',
    'Verify or strike each of them, then try again.',
  ],
  'selection.notVerified': ['This list has not been verified.', 'Finish the verification first.'],
  'selection.gone': [
    '{people} people on the list have moved, died, or lost their NIK.',
    'Take it back to the draft and choose others.',
  ],
  'selection.noDecree': ['There is no decree for this list yet.', 'Record the decree first.'],
  'selection.alreadyEnrolled': ['The people on this list are enrolled.', 'Nothing needs to be done.'],
  'selection.ruleNotFound': ['There is no such rule.', 'Choose from the Local rules page.'],
  'selection.ruleAsksNothing': [
    'This rule asks nothing; it would make everybody a vulnerable worker.',
    'Give at least one criterion.',
  ],
  'selection.ruleContradicts': [
    'Its ages or its days contradict each other.',
    'The lower limit must not exceed the upper one, nor the last day come before the first.',
  ],
  'selection.unknownOccupation': [
    'The occupation "{occupation}" is not on the list of occupations.',
    'Write for example petani, nelayan, tukang ojek, penenun.',
  ],
  'selection.ruleOverlaps': [
    'On those days the area has another rule already.',
    'Record the old rule again with its last day, then the new one.',
  ],
};
