import type { RowReason } from './rows-id.ts';

export const rowsEn: Record<RowReason, readonly [string, string]> = {
  'new.ready': ['New person, ready to be enrolled.', ''],
  'new.decided': ['Decided by an officer: a new person, ready to be enrolled.', ''],
  'new.recorded': ['New person, to be recorded without a membership.', ''],
  'known.listed': ['Known; recorded as the list says.', ''],
  'known.unchanged': ['Known; the list changes nothing that is recorded.', ''],
  'known.notNewer': [
    'Known; what is recorded is no older than the list ({day}).',
    'If the list is right, send it with a later day.',
  ],
  'updated.village': ['Known, updated: the village, from {before} to {now}.', ''],
  'updated.rtRw': ['Known, updated: RT/RW, from {before} to {now}.', ''],
  'updated.work': ['Known, updated: the occupation, from {before} to {now}.', ''],
  'updated.filled': [
    'Known; what is still empty is filled in ({fields:column}), what is recorded is not changed.',
    '',
  ],
  'updated.nik': ['Known without a NIK until now, updated: the NIK.', ''],
  'new.withoutNik': [
    'New person, recorded but not enrolled: there is no NIK yet.',
    'Enter the NIK from the identity or family card and send the list again; the record is completed.',
  ],
  'known.withoutNik': [
    'Already recorded, not enrolled: there is no NIK yet.',
    'Enter the NIK from the identity or family card and send the list again; the record is completed.',
  ],
  'new.disputed': [
    'A new person who uses the NIK of another: both are kept, and nobody is enrolled on it until it is settled.',
    'Ask Dukcapil for evidence, then settle the dispute.',
  ],
  'known.completed': ['Recorded without a NIK until now; completed and enrolled.', ''],
  'known.disputed': [
    'Already recorded, but several people use the NIK; nobody can be enrolled on it yet.',
    'Ask an officer to settle the dispute with evidence from Dukcapil.',
  ],
  'person.tooLittle': [
    'Without a NIK, sex or birth date is needed to record this person.',
    'Enter one of them, or the NIK.',
  ],
  'decided.byThreshold': [
    'Decided by the thresholds chosen when the roster was sent (likeness {percent} %).',
    'If that is wrong, change the decision on the review page.',
  ],
  'known.member': ['Already enrolled under this agreement.', 'Nothing to do; nobody is counted twice.'],
  'known.reactivated': ['Already in the base, not covered; a membership is opened.', ''],
  'known.otherFund': [
    'Already covered by another fund ({fund:fund}, {regency}).',
    'Do not pay twice: take the row out, or end the other membership first.',
  ],
  'known.fundBesideWage': [
    'Already covered by another fund ({fund:fund}, {regency}), while this list is of wage earners.',
    'An employer has to pay for its workers: end the membership of that fund first, then send the row again. Whether both may run at once is not settled in the law (U-47).',
  ],
  'known.otherEmployer': [
    'Also works for another employer ({fund:fund}, {regency}); a membership is opened here all the same.',
    'Two employers are lawful, each pays on its own wage. If it is one and the same employer, take the row out.',
  ],
  'known.paidSince': [
    'Covered by another fund since the check ({fund:fund}, {regency}), paid through {through}; not enrolled.',
    'Do not pay twice: take the row out, or end the other membership first and send the row again.',
  ],
  'known.coveredSince': [
    'Covered by another fund since the check ({fund:fund}, {regency}); not enrolled.',
    'Do not pay twice: take the row out, or ask for the other membership to be ended first and send the row again.',
  ],
  'known.elsewhere': [
    'Already recorded in {regency}.',
    'If the person has moved, ask the kabupaten office to record the move.',
  ],
  'known.repeated': [
    'The same NIK stands on row {row} {sheet}.',
    'Delete one of the rows; the person counts once.',
  ],
  'doubtful.similar': [
    'Resembles somebody recorded in {regency}; it is not certain that they are one person.',
    'Compare with the identity card; correct what is mistyped, or let an officer decide.',
  ],
  'doubtful.similarInFile': [
    'Resembles row {row} {sheet}; it is not certain that they are one person.',
    'Check both identity cards; if it is one person, delete a row.',
  ],
  'doubtful.nikOfAnother': [
    'This NIK belongs to another person recorded in {regency}.',
    'Check the identity card; it may be mistyped, a family-card number, or copied from another row.',
  ],
  'doubtful.nikDisputed': [
    'Several people claim this NIK.',
    'Let an officer decide with evidence from Dukcapil.',
  ],
  'doubtful.nikTwiceInFile': [
    'Another name uses this NIK on row {row} {sheet}.',
    'Check both identity cards; one was copied from another row.',
  ],
  'person.dead': [
    'This person is recorded as having died.',
    'Take the row out; the heirs may have a claim. If they live, withdraw the death on the page of the person.',
  ],
  'name.missing': ['The name is empty.', 'Enter the name as on the identity card.'],
  'name.deceased': [
    'The name is marked as deceased.',
    'If the person died, take the row out; if it marks the father, remove the mark.',
  ],
  'nik.missing': [
    'There is no NIK.',
    'Enter the 16 digits of the identity card; without it nobody can be enrolled.',
  ],
  'nik.length': ['The NIK has {digits} digits instead of 16.', 'Type it again from the identity card.'],
  'nik.scientific': [
    'Excel turned the NIK into a number like 5.3E+15; its digits are lost.',
    'Take the NIK from the original file, with the column formatted as text.',
  ],
  'nik.lastDigitsLost': [
    'The last digit of the NIK was lost because the column holds numbers.',
    'Format the column as text and type it again from the identity card.',
  ],
  'nik.zeros': ['The NIK is filled up with zeros.', 'Type the whole NIK from the identity card.'],
  'nik.placeholder': [
    'This NIK is a placeholder, not a number of anybody.',
    'Type the NIK from the identity card, or leave it empty.',
  ],
  'nik.province': [
    'The first two digits of the NIK ({provinceCode}) are no province.',
    'Check the identity card.',
  ],
  'nik.date': ['The date inside the NIK does not exist.', 'Check digits 7 to 12 with the identity card.'],
  'nik.serial': ['The last four digits of a NIK are never 0000.', 'Check the identity card.'],
  'nik.letters': [
    'The NIK holds letters ({letters}).',
    'Replace them with digits as on the identity card, such as O by 0.',
  ],
  'nik.two': ['There are {count} NIKs in one cell.', 'Write one person per row.'],
  'nik.otherProvince': [
    'The NIK was issued in another province.',
    'Normal for people who moved here; nothing to do.',
  ],
  'nik.regencyUnknown': ['The kabupaten inside the NIK is not known.', 'Check the identity card.'],
  'nik.districtRetired': ['The NIK was issued before the kabupaten was split.', ''],
  'nik.districtUnknown': ['The kecamatan inside the NIK is not known.', 'Check the identity card.'],
  'nik.serialHigh': ['The serial of the NIK is unusual.', 'Check the identity card.'],
  'nik.centuryUncertain': ['The century of birth inside the NIK is uncertain.', 'Enter the full birth date.'],
  'nik.looksLikeKk': [
    'This looks like a family-card number.',
    'Enter the person’s NIK, not the number of the family card.',
  ],
  'nik.regencyBeforeSplit': ['The NIK was issued by the kabupaten before it was split.', ''],
  'nik.otherRegency': [
    'The NIK was issued in another kabupaten.',
    'Normal for people who moved; nothing to do.',
  ],
  'nik.birthDateDiffers': [
    'The birth date differs from the one inside the NIK.',
    'Check the identity card; leave it if Dukcapil corrected the date.',
  ],
  'nik.sexDiffers': [
    'The NIK says {nik}, the column says {given}.',
    'Check the identity card; rows may have slipped.',
  ],
  'date.missing': ['The birth date is empty.', 'Enter it from the identity card.'],
  'date.unreadable': ['The birth date cannot be read.', 'Write it like 17-08-1990.'],
  'date.impossible': ['The birth date is not in the calendar.', 'Check the identity card.'],
  'date.year': ['The year of birth is impossible.', 'Check the identity card.'],
  'date.future': ['The birth date lies in the future.', 'Check the identity card.'],
  'date.ambiguous': [
    'The birth date can be read in two ways (day-month or month-day).',
    'Write the month in letters, such as 3 April 1990.',
  ],
  'date.monthFirst': ['The birth date is written month first.', ''],
  'date.twoDigitYear': ['The year of birth has two digits.', 'Write four digits.'],
  'date.serial': ['The birth date is an Excel number.', 'Format the column as a date.'],
  'date.customary': ['The birth date looks like a stand-in.', 'Enter the true date if it is known.'],
  'date.recent': ['The birth date is very recent, perhaps the day of entry.', 'Check the identity card.'],
  'date.fromNik': [
    'The birth date cannot be read; the one inside the NIK is used.',
    'Correct the birth date.',
  ],
  'sex.unknown': ['The sex cannot be read.', 'Enter L or P.'],
  'sex.pria': ['P was read as man (pria) because the NIK is a man’s.', 'Use L for men.'],
  'life.dead': [
    'This list says that the person has died.',
    'Take the row out, or correct the status if it is wrong.',
  ],
  'life.gone': [
    'This list says that the person moved, is missing, or is no valid record.',
    'Take the row out, or correct the status if it is wrong.',
  ],
  'age.tooYoung': ['Aged {age}; the youngest is {youngest}.', 'Take the row out.'],
  'age.tooOld': ['Aged {age}; new members must be younger than {tooOld}.', 'Take the row out.'],
  'village.missing': ['The village is empty.', 'Enter village and kecamatan.'],
  'village.unknown': [
    'Village {village} was not found. Similar: {nearest}.',
    'Use the official names of village and kecamatan.',
  ],
  'village.ambiguous': ['Several villages are called {village}: {candidates}.', 'Add a column Kecamatan.'],
  'village.outOfScope': [
    'This village is in {regency}, outside the agreement or your area.',
    'Send it under that kabupaten’s agreement.',
  ],
  'occupation.notWork': [
    'The occupation says no worker (pupil, housewife, without work).',
    'Enter the work done, or take the row out.',
  ],
  'file.oldExcel': [
    'This is an old Excel file (.xls).',
    'Open it in Excel or LibreOffice, save as XLSX, and send again.',
  ],
  'file.encrypted': ['This file is locked with a password.', 'Remove the password, save, and send again.'],
  'file.truncated': [
    'The file breaks off; its content is incomplete.',
    'Copy or download it again from its source, and send again. Nothing of this file was kept.',
  ],
  'file.damaged': [
    'The file is damaged and cannot be read.',
    'Open it in Excel or LibreOffice, save as a new XLSX, and send again.',
  ],
  'file.bomb': [
    'The content of the file swells far beyond its size.',
    'Copy it into a new workbook and send again.',
  ],
  'file.tooWide': ['A row has too many columns.', 'Delete unused columns and send again.'],
  'file.unclosedQuote': [
    'The quotation mark on row {row} is not closed; the file may break off there.',
    'Check that row, or send XLSX.',
  ],
  'file.noHeader': [
    'No heading of a table was found.',
    'Point at the row of headings under "Meaning of columns", or give the columns headings: at least NIK and Nama.',
  ],
  'file.columnDouble': [
    'The columns {columns} on sheet {sheet} may both be {field:column}, and hold different values.',
    'Point at the right one in "Meaning of columns" of this list, or delete the other and send it again.',
  ],
  'file.columnMissing': [
    'Sheet {sheet} has no column {field:column}.',
    'Add it, for example under the heading: {accepted}.',
  ],
  'file.tooSlow': [
    'Reading the file took more than {seconds} seconds.',
    'Split it by kecamatan and send the parts.',
  ],
  'file.tooMuchMemory': ['The file needs too much memory.', 'Split it by kecamatan and send the parts.'],
  'ignored.blank': ['Blank row.', ''],
  'ignored.title': ['Title of the list.', ''],
  'ignored.header': ['Heading of the table.', ''],
  'ignored.columnNumbers': ['Column numbers.', ''],
  'ignored.section': ['Heading of a section.', ''],
  'ignored.total': ['Total.', ''],
  'ignored.signature': ['Signature.', ''],
  'ignored.note': ['Note.', ''],
  'ignored.notRoster': ['This sheet is not a list of people.', ''],
  'ignored.ourSheet': ['Payung’s own sheet of results.', ''],
};
