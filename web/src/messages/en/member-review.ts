import type { memberReview as texts } from '../id/member-review.ts';

export const memberReview: Readonly<Record<keyof typeof texts, string>> = {
  'memberReview.open': 'Review {rows} doubtful rows',
  'memberReview.decided': 'Show what was decided of doubtful rows',
  'memberReview.forgotten':
    '{rows} doubtful rows can be decided no more: the time to keep names that are unknown here is over, and they were deleted. Whoever is still in the file of a later month is decided there.',
  'memberReview.nameGone': 'deleted',
  'memberReview.nameless': 'not in the file',
  'memberReview.about':
    'Compare each row of BPJS with whom it may mean, and decide. Cover follows the decision at once. Decisions are kept with your name and the time, and hold for next month’s file.',
  'memberReview.back': 'Back to the BPJS exchange',
  'memberReview.desk': 'Review: 1–9 the same person, b somebody else, l leave, u undo, arrows to move',
  'memberReview.inFile': 'In the BPJS file',
  'memberReview.none': 'Somebody else',
  'memberReview.notNew':
    'This cannot be decided here: it resembles somebody outside your area. Leave it; the officer responsible for both decides.',
  'memberReview.closed':
    'Another file has taken the place of this one, so that decisions can no longer change.',
};
