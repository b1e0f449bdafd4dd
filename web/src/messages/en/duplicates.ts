import type { duplicates as texts } from '../id/duplicates.ts';

export const duplicates: Readonly<Record<keyof typeof texts, string>> = {
  'duplicates.title': 'Likely duplicates',
  'duplicates.about':
    'Records of the base that may belong to one person. Compare, then decide: one person (the records are merged), two people (never asked again), or later. Your name, the time and the reason are kept, and every decision can be undone.',
  'duplicates.neverSearched':
    'The base has never been checked from this page. New people are checked once their list is accepted.',
  'duplicates.searching': '{area} is being checked: {done} of {total} parts are compared.',
  'duplicates.searched': 'Last checked: {area}, {at}. New people are checked once their list is accepted.',
  'duplicates.searchFailed':
    'The check of {area} failed, {at}. Check again; if it happens again, ask the administrator.',
  'duplicates.area': 'Area',
  'duplicates.search': 'Check again',
  'duplicates.showLater': 'See those left for later ({pairs})',
  'duplicates.showOpen': 'See those not yet decided ({pairs})',
  'duplicates.elsewhere':
    '{pairs} more pairs concern other areas; an officer responsible for both decides them.',
  'duplicates.none': 'No likely duplicate waits for a decision.',
  'duplicates.noneNext': 'Check your area once more when records were corrected.',
  'duplicates.noneLater': 'Nothing was left for later.',
  'duplicates.noneLaterNext': 'Pairs that you leave for later will be here.',
  'duplicates.desk':
    'Desk of pairs: 1 one person, the first record is kept; 2 one person, the second is kept; b two people; l later; u undo; arrows to move',
  'duplicates.pair': 'Pair {place}',
  'duplicates.open': '{pairs} not yet decided',
  'duplicates.open1': 'Open record {place}',
  'duplicates.noNik': 'without NIK',
  'duplicates.sameFirst': 'One person: keep the first',
  'duplicates.sameSecond': 'One person: keep the second',
  'duplicates.different': 'Two people',
  'duplicates.later': 'Later',
  'duplicates.done': 'All pairs have been looked at.',
  'duplicateDecision.same': 'One person, merged',
  'duplicateDecision.different': 'Two people',
  'duplicateDecision.later': 'Left for later',
  'duplicates.export': 'Download {format}',
  'pair.first': 'First record',
  'pair.second': 'Second record · {percent} % alike',
  'pair.other': 'Second record',
  'merge.button': 'Merge',
  'merge.title': 'Merge two records',
  'merge.about':
    'For one person who was recorded twice. Nothing is moved or deleted: one record points at the other, the person is counted once, and the merge can be undone.',
  'merge.other': 'Find the other record: name or NIK',
  'merge.back': 'Back to the person',
  'merge.already': 'These two records are one person already.',
  'merge.isMerged': 'merged into another record',
  'merge.keep': 'The record that speaks for both',
  'merge.keepHint': 'The one with a NIK, if only one has it.',
  'merge.yes': 'Merge',
  'merge.notice': 'This record was merged.',
  'merge.noticeElsewhere': 'The record that speaks for it is outside your area.',
  'merge.noticeOpen': 'Open the record that speaks for it: {name}',
  'merge.records': 'Records merged into this one',
  'merge.into': 'Merged into',
  'merge.undo': 'Undo',
  'merge.undoTitle': 'Undo the merge of {name}',
  'merge.undoAbout':
    'They become two people again, and the figures are as if they had never been merged. Where their protection overlaps, that is shown as a finding.',
  'disputes.title': 'Disputed NIKs',
  'disputes.about':
    'NIKs that more than one person uses. Nobody is enrolled with such a NIK until it is clear whose it is. Ask for the identity card or a letter of Dukcapil, then choose the holder; the others stay recorded without a NIK.',
  'disputes.none': 'No NIK is disputed in your area.',
  'disputes.noneNext':
    'A dispute arises when a list has the NIK of somebody else and you decide that they are two people.',
  'disputes.one': 'Dispute {place}',
  'disputes.decision': 'Decision',
  'disputes.holder': 'The NIK is theirs',
  'disputes.elsewhere':
    '{people} people outside your area use the same NIK. An officer responsible for both areas settles it.',
  'disputes.settle': 'This NIK belongs to {name}',
  'disputes.settleAbout':
    'The others stay recorded, without a NIK, until theirs is known. The reason, your name and the time are kept.',
  'disputes.evidence': 'Evidence',
  'disputes.evidenceHint': 'For example: letter 470/12 of Dukcapil. Do not write a NIK.',
  'disputes.yes': 'Settle the dispute',
};
