import type { mappingRefusalsId } from './mapping-id.ts';

/** Refusals about what the headings of a partner's files mean. */
export const mappingRefusalsEn: Readonly<Record<keyof typeof mappingRefusalsId, readonly [string, string]>> =
  {
    'rosters.beingChecked': [
      'This list is being checked.',
      'Wait until the check has ended, then do it again.',
    ],
    'mappings.notFound': [
      'This meaning of columns is not in your area.',
      'Reload the page Meaning of columns.',
    ],
    'mappings.ended': ['This meaning of columns was ended.', 'Save it again from the page of a list.'],
    'mappings.fieldMissing': [
      'No column holds {field:column}.',
      'Point at the column of the name; without a name a row is nobody.',
    ],
    'mappings.fieldTwice': [
      'Two columns are both said to be {field:column}.',
      'Leave one; the other becomes "not used".',
    ],
    'mappings.headingHoldsNik': [
      'The row chosen as heading holds a NIK, so it is the row of a person.',
      'Choose the row with the headings. If the file has none, add one row on top and send it again.',
    ],
    'mappings.otherHeadings': [
      'The headings are not those that were saved.',
      'Open a list with these headings and save their meaning there.',
    ],
  };
