import { formatAreaCode } from '#areas';
import type { Language } from '#platform/messages';
import type { TableFile } from '#platform/spreadsheet';
import type { Candidate, Proposal, Rule } from '../model.ts';
import type { PrintedDocument } from '../service/annex.ts';
import { reasonText } from '../words.ts';

/** Proposals as a table, with fixed names of columns. */
export function proposalsTable(proposals: readonly Proposal[]): TableFile {
  return {
    name: 'usulan',
    header: [
      'village_code',
      'village',
      'agreement',
      'fund',
      'from',
      'to',
      'places',
      'listed',
      'state',
      'minutes',
      'decree',
      'enrolled',
    ],
    rows: proposals.map((one) => [
      formatAreaCode(one.area),
      one.areaName,
      one.agreementNumber,
      one.fundName,
      one.from,
      one.to,
      one.quota,
      one.listed,
      one.state,
      one.minutesNumber,
      one.decreeNumber,
      one.enrolled,
    ]),
  };
}

/** Everybody of a village with verdict and reasons, as a table with fixed names of columns. */
export function candidatesTable(
  language: Language,
  proposal: Proposal,
  candidates: readonly Candidate[],
): TableFile {
  return {
    name: `calon-${formatAreaCode(proposal.area)}`,
    header: [
      'name',
      'age',
      'rt',
      'rw',
      'occupation',
      'verdict',
      'score',
      'register',
      'decile',
      'reasons',
      'missing',
    ],
    rows: candidates.map((one) => [
      one.name,
      one.age,
      one.rt,
      one.rw,
      one.occupation,
      one.verdict,
      one.score,
      one.findings.register,
      one.findings.decile,
      one.reasons.map((reason) => reasonText(language, reason)).join('; '),
      one.missing.join(' '),
    ]),
  };
}

const annexHeader = {
  id: ['No', 'Nama', 'NIK', 'L/P', 'Tanggal lahir', 'Desa/Kelurahan', 'RT', 'RW', 'Pekerjaan', 'Keterangan'],
  en: ['No', 'Name', 'NIK', 'Sex', 'Birth date', 'Village', 'RT', 'RW', 'Occupation', 'Note'],
} as const;

const substitute = { id: 'cadangan', en: 'substitute' } as const;

/** The annex of a decree or of minutes as a table, in the words of the document. */
export function annexTable(language: Language, { proposal, decree, lines }: PrintedDocument): TableFile {
  return {
    // A sheet may not have the strokes of a decree's number in its name.
    name: `lampiran-${decree.number.replace(/[^A-Za-z0-9.]+/g, '-')}-${formatAreaCode(proposal.area)}`,
    header: annexHeader[language],
    rows: lines.map((line) => [
      line.place,
      line.name,
      line.nik,
      line.sex,
      line.birthDate,
      line.villageName,
      line.rt,
      line.rw,
      line.occupation,
      line.isSubstitute ? substitute[language] : null,
    ]),
  };
}

/** Every version of the local rules, with fixed names of columns; the criteria as the law package writes them. */
export function rulesTable(rules: readonly Rule[]): TableFile {
  return {
    name: 'aturan-daerah',
    header: [
      'area_code',
      'area',
      'law',
      'article',
      'version',
      'from',
      'until',
      'replaced_at',
      'known',
      'criteria',
    ],
    rows: rules.map((one) => [
      formatAreaCode(one.area),
      one.areaName,
      one.law,
      one.article,
      one.version,
      one.from,
      one.until,
      one.replacedAt,
      one.confidence,
      JSON.stringify(one.criteria),
    ]),
  };
}
