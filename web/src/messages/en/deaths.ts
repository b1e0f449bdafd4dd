import type { deaths as texts } from '../id/deaths.ts';

export const deaths: Readonly<Record<keyof typeof texts, string>> = {
  'death.title': 'Died {day}',
  'death.record': 'Record a death',
  'death.recordAbout':
    'Memberships and seats end with that day, wherever they are; nobody proposes, enrols or bills this person any more. The month of death is still billed. Contributions that were paid and what is due to the heirs stay.',
  'death.addPaper': 'Add an official paper',
  'death.addPaperAbout': 'The day in the letter or certificate takes the place of the one that was reported.',
  'death.day': 'Day of death',
  'death.evidence': 'Evidence',
  'deathEvidence.village_letter': 'Letter of death of the village',
  'deathEvidence.civil_certificate': 'Death certificate of Dukcapil',
  'deathEvidence.hospital_letter': 'Letter of death of a hospital or health centre',
  'deathEvidence.bpjs_report': 'Report of BPJS',
  'deathEvidence.partner_report': 'Report of a partner or village',
  'deathEvidence.family_report': 'Word of the family',
  'death.number': 'Number of the letter or certificate',
  'death.numberHint': 'As written on it, for example 474.3/12/DS/2026.',
  'death.numberIfAny': 'Number of the report, if any',
  'death.reportHint': 'Without an official paper the death is kept as reported; the paper may follow.',
  'death.note': 'Remark',
  'death.noteHint': 'If needed; never a NIK.',
  'death.reportedHere':
    'The death is kept as reported, and every membership and seat of theirs ends with that day.',
  'death.toldHere':
    'Only this membership ends. An officer of the village or of registration is asked to record the death; then everything of theirs ends.',
  'death.toldTitle': 'Said by a partner to have died, not recorded yet',
  'death.toldAbout':
    'The partner took these people off its list because they died. Make sure, then record the death, so that all their memberships and seats end. If it is a mistake, ask the partner to take the leaving back.',
  'death.toldBy': 'The partner says',
  'death.recordOf': 'Record the death of {name}',
  'death.openBill':
    'Bill {number} ({partner}) is unpaid and still asks for {months} months after that of the death ({amount}). Look at that bill.',
  'death.openBillElsewhere':
    'A bill of {partner} is unpaid and still asks for {months} months after that of the death ({amount}). Tell a registration officer.',
  'death.paidBeyond':
    'Through {partner}, {months} months after that of the death are paid, until {through}; the payment stays on record.',
  'death.save': 'Record',
  'death.standing': 'Certainty',
  'death.certified': 'certified by an official paper',
  'death.reported': 'reported, no official paper yet',
  'death.recorded': 'Recorded',
  'death.heirs':
    'If that month was covered, the heirs are due the death benefit (JKM), and the old-age savings (JHT) of a member of that programme. The simulation knows nothing of this person: fill in the months paid.',
  'death.toSimulation': 'Work out what is due',
  'death.withdraw': 'Withdraw the death',
  'death.withdrawTitle': 'Withdraw the death of {name}?',
  'death.withdrawAbout':
    'This person lives again in the register: memberships that the death ended go on, and so do seats that nobody else came into.',
  'death.withdrawn': 'Was recorded as having died {day}; that was withdrawn: {reason}.',
};
