import type { AuditFinding, Language } from '@payung/server/local';

/** What a verification found, in words; `{block}` and `{entry}` are numbers. */
export const auditFaults: Readonly<Record<AuditFinding['code'], Readonly<Record<Language, string>>>> = {
  'entry.edited': {
    id: 'Catatan {entry} (blok {block}) diubah setelah disegel.',
    en: 'Entry {entry} (block {block}) was changed after it was sealed.',
  },
  'entry.reordered': {
    id: 'Catatan {entry} (blok {block}) bertukar tempat dengan catatan lain.',
    en: 'Entry {entry} (block {block}) has changed places with another.',
  },
  'entry.deleted': {
    id: 'Catatan {entry} dihapus.',
    en: 'Entry {entry} was deleted.',
  },
  'entry.unsealed': {
    id: 'Catatan {entry} tidak ada di blok mana pun dan tidak menunggu: disisipkan, atau bloknya dibuang.',
    en: 'Entry {entry} is in no block and waits for none: it was slipped in, or its block was taken away.',
  },
  'block.missing': {
    id: 'Blok {block} tidak ada.',
    en: 'Block {block} is missing.',
  },
  'block.edited': {
    id: 'Blok {block} diubah.',
    en: 'Block {block} was changed.',
  },
  'block.entriesChanged': {
    id: 'Daftar catatan blok {block} bukan yang ditandatangani.',
    en: 'The list of entries of block {block} is not the one that was signed.',
  },
  'block.chainBroken': {
    id: 'Blok {block} tidak menyambung ke blok sebelumnya.',
    en: 'Block {block} does not follow the one before it.',
  },
  'block.forged': {
    id: 'Tanda tangan blok {block} palsu: rantai ditulis orang lain.',
    en: 'The signature of block {block} is false: the chain was written by somebody else.',
  },
  'block.unknownKey': {
    id: 'Blok {block} ditandatangani dengan kunci lain; berikan kunci publiknya dengan --key.',
    en: 'Block {block} was signed with another key; give its public key with --key.',
  },
  'head.differs': {
    id: 'Blok {block} kini bersidik lain daripada di notulen: rantai ditulis ulang oleh pemegang kunci.',
    en: 'Block {block} has another fingerprint than in the minutes: the chain was written anew by somebody with the key.',
  },
  'head.missing': {
    id: 'Blok {block} yang tercatat di notulen tidak ada: ujung log dipotong, atau cadangan lama dipulihkan.',
    en: 'Block {block} noted in the minutes is not there: the end of the log was cut off, or an older backup was restored.',
  },
};
