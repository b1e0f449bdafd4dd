import type { FundKind } from '#partners';
import { hasMessage, type Language, say } from '#platform/messages';
import type { ProposalState, Reason } from './model.ts';

const funds: Readonly<Record<FundKind, Readonly<Record<Language, string>>>> = {
  apbd_province: { id: 'APBD provinsi', en: 'provincial budget' },
  apbd_regency: { id: 'APBD kabupaten/kota', en: 'regency budget' },
  apbd_revision: { id: 'perubahan APBD', en: 'budget revision' },
  dana_desa: { id: 'Dana Desa', en: 'Dana Desa' },
  add: { id: 'ADD', en: 'ADD' },
  csr: { id: 'CSR', en: 'CSR' },
  partner: { id: 'mitra', en: 'partner' },
  worker: { id: 'pekerja sendiri', en: 'the worker' },
  bpjs: { id: 'menurut berkas BPJS', en: 'as the BPJS file states' },
};

/** The states of a proposal in words. */
export const stateWords: Readonly<Record<ProposalState, Readonly<Record<Language, string>>>> = {
  draft: { id: 'draf', en: 'draft' },
  decided: { id: 'diputuskan musdes', en: 'decided by the meeting' },
  verified: { id: 'diverifikasi', en: 'verified' },
  decreed: { id: 'ditetapkan dengan SK', en: 'decreed' },
  enrolled: { id: 'terdaftar', en: 'enrolled' },
};

/** A reason in the language of whoever asks. */
export function reasonText(language: Language, { code, text, fund, state }: Reason): string {
  if (text !== undefined) return text[language];
  const facts = {
    ...(fund !== undefined && { fund: funds[fund][language] }),
    ...(state !== undefined && { state: say(language, `selection.${state}`).text }),
  };
  return outcomeText(language, code, facts);
}

/** The code of an outcome in words; `enrolled` and what has no message stand for themselves. */
export function outcomeText(language: Language, code: string, facts: Record<string, string> = {}): string {
  return hasMessage(code) ? say(language, code, facts).text : code;
}
