import type { register as texts } from '../id/register.ts';

export const register: Readonly<Record<keyof typeof texts, string>> = {
  'register.title': 'Register one person',
  'register.about':
    'This person is checked like every row of a list: against everybody recorded already, before being recorded or enrolled.',
  'register.needRecord': 'To be recorded: name, village, and birth date or sex.',
  'register.needEnrol':
    'To be enrolled as a member: the NIK and the birth date as well, as on the identity card.',
  'register.needMore':
    'The name of the mother, the occupation, RT/RW and a telephone number help to tell people apart, and BPJS asks for them.',
  'register.nothing': 'There is no agreement or partner to use yet.',
  'register.nothingNext': 'Make an agreement or a partner first.',
  'register.for': 'For',
  'register.forEnrol': 'Becomes a member from this month on.',
  'register.forRecord': 'Is recorded only; not a member yet.',
  'register.nikHint': '16 digits on the identity card. Leave empty if there is none.',
  'register.nikDigits': '{digits} of 16 digits',
  'register.nikSays': 'By the NIK: born {birth}, {sex}, issued in {place}.',
  'register.name': 'Full name',
  'register.birthDate': 'Birth date',
  'register.chooseVillage': 'Choose down to the village.',
  'register.workHint': 'For example farmer, fisher, motorcycle taxi. More than one is fine.',
  'register.motherHint': 'Tells two people of one name apart; kept sealed.',
  'register.check': 'Check',
  'register.checking': 'Being checked …',
  'register.result': 'What was found',
  'register.repeated': 'The same was sent before; nothing is doubled.',
  'register.correct': 'Correct the form above, and check again.',
  'register.waits':
    'Checked. The registration officer of the kabupaten accepts it, who sees it on the page of lists.',
  'register.enrol': 'Enrol as a member',
  'register.record': 'Record this person',
  'register.done': 'Done',
  'register.enrolled': 'Enrolled as a member',
  'register.recorded': 'Recorded',
  'register.openPerson': 'Open the person',
  'register.openList': 'See it among the lists',
  'register.resembles': 'Resembles somebody on record',
  'register.desk': 'Decide: 1–9 the same person, b somebody new, l leave, u undo',
  'register.typed': 'As typed',
  'register.notNew':
    'Cannot be decided as somebody new here: somebody outside your area resembles them. The officer of both areas decides.',
  'register.take': 'Right, take it as typed',
  'register.claims':
    'As somebody new this person disputes the NIK: both are recorded, and nobody is enrolled until it is settled.',
  'register.closed': 'This person has been registered; the decision cannot be changed any more.',
  'register.again': 'Register somebody else',
};
