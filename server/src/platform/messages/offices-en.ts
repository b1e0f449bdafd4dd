import type { officesId } from './offices-id.ts';

/** Refusals about leaving a list, seats of village bodies and job seekers. */
export const officesEn: Readonly<Record<keyof typeof officesId, readonly [string, string]>> = {
  'memberships.notFound': ['There is no such membership in your areas.', 'Load the list of members again.'],
  'memberships.endedAlready': [
    'This membership ended on {lastDay} already.',
    'Take that end back first if its day is wrong.',
  ],
  'memberships.lastDayBeforeFirst': [
    'The membership only begins on {from}; its last day cannot be earlier.',
    'Choose a later last day.',
  ],
  'memberships.endNotStanding': [
    'There is no end of this membership to take back.',
    'Load the list of entrants and leavers again.',
  ],
  'memberships.listNotFound': [
    'This complete list does not exist, or was withdrawn.',
    'Load the page of the partner again.',
  ],
  'memberships.listWithoutAgreement': [
    'This list only records people, under no agreement.',
    'Choose a list that was sent for an agreement.',
  ],
  'offices.notFound': ['There is no office {office}.', 'Choose one from the list.'],
  'offices.notInThisVillage': [
    '{village} is a {kind}; it has no office {office}.',
    'Choose another office, or check the area.',
  ],
  'offices.seatTaken': [
    'The seat has a holder on that day.',
    'End their term first, or use "Change holder".',
  ],
  'offices.noVacantSeat': [
    'All {seats} seats of {office} are taken.',
    'Change one of the holders, or correct the number of seats with its source.',
  ],
  'offices.seatsBelowHolders': [
    '{holders} people hold the office {office} now.',
    'End their terms first, or record a larger number of seats.',
  ],
  'offices.heldAlready': [
    'This person holds the office {office} in this village already.',
    'There is nothing to record.',
  ],
  'offices.holdingNotFound': ['There is no such holder in your areas.', 'Load the page again.'],
  'offices.endedAlready': [
    'The end of this term is recorded already: its last day is {lastDay}.',
    'Load the page again; nothing needs to be ended any more.',
  ],
  'offices.nobodyToReplace': [
    'There is nobody to replace: this holder is recorded to end on {lastDay}.',
    'Record the new holder on the vacant seat, from after that day.',
  ],
  'offices.leavingRecorded': [
    'The membership of the old holder is recorded to end on {lastDay}, after the month of this replacement.',
    'Take that end back on the page of the partner and replace again; or replace without changing memberships.',
  ],
  'offices.lastDayBeforeFirst': [
    'This holder only began on {from}; a successor cannot begin on or before that day.',
    'Choose a later day.',
  ],
  'offices.withoutNik': [
    'The NIK of this person is not known or is in dispute, so they cannot be enrolled yet.',
    'Settle the NIK first, or change the holder without enrolling.',
  ],
  'offices.holderDead': ['This person is recorded as having died on {day}.', 'Choose somebody else.'],
  'offices.rosterNotAccepted': [
    'This roster is not accepted yet, so it is not settled who its people are.',
    'Accept it first on the page Rosters.',
  ],
  'seekers.dead': [
    'This person is recorded as having died on {day}, and is not recorded as looking for work.',
    'If that is a mistake, withdraw the death on the page of the person.',
  ],
  'seekers.recordedAlready': [
    'This person is recorded as a job seeker already.',
    'Change or end that record.',
  ],
  'seekers.notFound': ['There is no such record of a job seeker, or it has ended.', 'Load the page again.'],
};
