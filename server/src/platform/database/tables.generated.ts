// Written from the migrated schema by generate-tables.ts. Do not edit: change a migration and run that again.
import type { Day } from '@payung/kernel';
import type { Generated, GeneratedAlways } from 'kysely';

/** [local] What a user may do, where and when: a role in an area or for a partner, for a span of days. */
export interface AccessGrantTable {
  /** UUIDv7. */
  grant_id: string;
  /** Account in schema auth. */
  user_id: string;
  /** Role; docs/access.md says what it may do. */
  role: string;
  /** Root of the subtree; null when the scope is a partner. */
  area: number | null;
  /** The partner; null when the scope is an area. */
  partner_id: string | null;
  /** Whose administrator decides on the grant: its area, or the area of its partner. */
  home: number;
  /** Days on which the grant holds, half-open. */
  during: string;
  /** Who granted it. */
  granted_by: string;
  /** When it was granted. */
  recorded_at: Generated<string>;
}

/** [local] An MoU or PKS with a partner: who is protected, in which programmes, from which fund. */
export interface AgreementTable {
  /** UUIDv7. */
  agreement_id: string;
  /** The partner who signs and is billed. */
  partner_id: string;
  /** Area whose workers the agreement protects; the scope of the row. */
  area: number;
  /** Memorandum or cooperation agreement. */
  kind: string;
  /** Number of the document. */
  number: string;
  /** What it is about. */
  title: string;
  /** Legal segment. */
  segment: string;
  /** Practical group inside the segment, such as vulnerable. */
  grp: string;
  /** Sector in the sense of PP 50/2025. */
  sector: Generated<string>;
  /** Bit set: JKK 1, JKM 2, JHT 4, JP 8, JKP 16. */
  programmes: number;
  /** Declared monthly income agreed for everybody on the list, whole rupiah; gives the contribution band. */
  income: number;
  /** The fund that pays. */
  fund_id: string;
  /** Days the agreement is in force, half-open. */
  during: string;
  /** Who recorded it. */
  made_by: string;
  /** When it was recorded. */
  recorded_at: Generated<string>;
}

/** [local] A step of an agreement. Its stage is the latest step; nothing is edited. */
export interface AgreementEventTable {
  /** UUIDv7; later steps have later ids. */
  event_id: string;
  /** The agreement. */
  agreement_id: string;
  /** Its partner; part of the scope. */
  partner_id: string;
  /** Its area; part of the scope. */
  area: number;
  /** The step reached. */
  stage: string;
  /** Day of the step. */
  on_day: Day;
  /** Remark; null when none. */
  note: string | null;
  /** Who recorded it. */
  made_by: string;
  /** When it was recorded. */
  recorded_at: Generated<string>;
}

/** The stage of each agreement: its latest step. */
export interface AgreementStageTable {
  agreement_id: string | null;
  stage: string | null;
  on_day: Day | null;
  recorded_at: string | null;
}

/** [local] Which payment settles which bill, and how much of it. */
export interface AllocationTable {
  /** UUIDv7. */
  allocation_id: string;
  /** The payment. */
  payment_id: string;
  /** The bill; null for money that settles none yet. */
  bill_id: string | null;
  /** Whole rupiah. */
  amount: number;
  /** Part of the scope. */
  partner_id: string | null;
  /** Part of the scope. */
  area: number;
  /** When it was recorded. */
  recorded_at: Generated<string>;
}

/** [local] The annex of a decree by name, as it stood on the day of the decree; bills refer to it. Never changed. */
export interface AnnexLineTable {
  /** The decree. */
  decree_id: string;
  /** Number in the annex, from 1. */
  place: number;
  /** The person; kept without a foreign key because people are distributed. */
  person_id: string;
  /** Name as decreed. */
  name: string;
  /** NIK with its middle hidden. Printed in full only for those who may open envelopes, and only while it still fits this. */
  nik_masked: string;
  /** L man, P woman; null when not known. */
  sex: string | null;
  /** Day of birth; null when not known. */
  birth_date: Day | null;
  /** Village as decreed. */
  village_name: string;
  /** RT; null when not known. */
  rt: string | null;
  /** RW; null when not known. */
  rw: string | null;
  /** Occupation as written. */
  occupation: string;
  /** The village; the scope of the row. */
  area: number;
}

/** [reference] A unit of Kemendagri: province, kabupaten/kota, kecamatan, desa/kelurahan. A subtree is the range [code, beyond). */
export interface AreaTable {
  /** Ten digits of the village code; higher levels end in zeros (Belu = 5304000000). */
  code: number;
  /** First code after this subtree: code + 10^8, 10^6, 10^4 or 1. */
  beyond: number;
  /** province, regency (kabupaten/kota), district (kecamatan) or village (desa/kelurahan). */
  level: string;
  /** Legal kind, in Indonesian. */
  kind: string;
  /** Official name, with its kind for kabupaten and kota. */
  name: string;
  /** Name as compared: lower case, letters and digits only, kind removed. */
  name_key: string;
  /** The area one level up; null for a province. */
  parent: number | null;
  /** Code of Statistics Indonesia where known; never equal to the Kemendagri code, never used to join. */
  bps_code: string | null;
  /** Usual short form, such as TTS; null where none is usual. */
  short_name: string | null;
  /** Capital of a kabupaten or kota; null below and where not known. */
  capital: string | null;
  /** Main island of a kabupaten or kota; null below. */
  island: string | null;
  /** Other ways people write the name. */
  aliases: Generated<string[]>;
  /** Column on the tile map of its province; null when it has no tile. */
  tile_column: number | null;
  /** Row on the tile map; null when it has no tile. */
  tile_row: number | null;
  /** Days on which the area existed under this code. */
  during: Generated<string>;
  /** Where the row comes from, with version and licence. */
  source: string;
}

/** [reference] A split or merger: which area took over from which, so that a series across it is shown as broken. */
export interface AreaSuccessionTable {
  /** The area that lost territory. */
  from_area: number;
  /** The area that received it. */
  to_area: number;
  /** Year of the law. */
  year: number;
  /** The law that made the change. */
  law: string;
  /** Share of the old population that went over; null when not established. */
  share: string | null;
  /** How sure the source is. */
  confidence: string;
}

/** [person] What somebody found of a person for the criteria of vulnerability, and which of them were met by which rule. The latest counts; none is edited. */
export interface AssessmentTable {
  /** The person. */
  person_id: string;
  /** UUIDv7; later findings have later ids. */
  assessment_id: string;
  /** The version of the local rule by which it was judged; null for the criterion that is proposed where there is none. */
  rule_id: string | null;
  /** Works under an employer's protection; null when not known. */
  has_employer: boolean | null;
  /** Has routine income or a fixed job; null when not known. */
  has_routine_income: boolean | null;
  /** True when the income lies below the limit of the rule; null when not known. The income itself is not kept. */
  low_income: boolean | null;
  /** Register of poor households in which the person is listed; null when not known. */
  register: string | null;
  /** Decile there, 1 the poorest; null when not known. */
  decile: number | null;
  /** Codes of the criteria that were met on that day. */
  met: string[];
  /** Codes of those that were not. */
  failed: string[];
  /** Codes of those for which a fact was missing. */
  unknown: string[];
  /** Day on which ages and the rule were taken. */
  assessed_on: Day;
  /** Village of residence when assessed; the scope of the row. */
  area: number;
  /** Who found it. */
  assessed_by: string;
  /** When it was recorded. */
  recorded_at: Generated<string>;
}

/** [local] A signed seal over entries and over the block before; its hash, noted in the minutes of a meeting, proves the log up to there. */
export interface AuditBlockTable {
  /** Number of the block: 1, 2, 3 … */
  id: number;
  /** Hash of the block before; null for the first. */
  previous: Buffer | null;
  /** Lowest entry id in the block. Later blocks may hold lower ones that committed later. */
  first_entry: number;
  /** Highest entry id in the block. */
  last_entry: number;
  /** Number of entries in the block. */
  entries: number;
  /** SHA-256 of the entries' hashes in the order of audit_seal.position. */
  root: Buffer;
  /** The server's clock when the block was closed. */
  closed_at: string;
  /** SHA-256 of all the above and key_id. */
  hash: Buffer;
  /** Short name of the Ed25519 key that signed. */
  key_id: string;
  /** Ed25519 signature of what hash is taken of; the key is not in the database. */
  signature: Buffer;
}

/** [local] What was done, by whom, as what; written in the transaction it records, never changed. No clear personal data. */
export interface AuditEntryTable {
  /** Order of writing; gaps are transactions that were undone. */
  id: GeneratedAlways<number>;
  /** The server's clock when the entry was written. */
  at: Generated<string>;
  /** Account id, or terminal:NAME for somebody at the machine itself. */
  actor: string;
  /** The permission used. */
  acting_as: string;
  /** What was done, such as rosters.accept. */
  action: string;
  /** Kind of thing it was done to, such as roster; null when there is no one thing. */
  subject_kind: string | null;
  /** Id of that thing. */
  subject_id: string | null;
  /** Code of the area concerned; null when none. Not a foreign key: an entry outlives its area. */
  area: number | null;
  /** Counts, ids and codes that make the entry exact; a check refuses sixteen digits in a row. */
  facts: Generated<unknown>;
  /** SHA-256 of the rows or file of a bulk action; null otherwise. */
  digest: Buffer | null;
}

/** [local] Entries that are in no block yet; kept by triggers alone. */
export interface AuditOpenTable {
  /** The entry. */
  entry_id: number;
}

/** [local] Which entry is in which block, with its hash, so that an edit is not only found but named. */
export interface AuditSealTable {
  /** The block. */
  block_id: number;
  /** Place in the block, from 1. */
  position: number;
  /** The entry. */
  entry_id: number;
  /** SHA-256 of the entry's columns as it was sealed. */
  hash: Buffer;
}

/** [local] What a partner owes from a fund, for the members of an agreement, for a span of months. */
export interface BillTable {
  /** UUIDv7. */
  bill_id: string;
  /** Number printed on the bill and quoted in the bank transfer. */
  number: string;
  /** The agreement billed. */
  agreement_id: string;
  /** Who owes; part of the scope. */
  partner_id: string;
  /** The fund that is to pay. */
  fund_id: string;
  /** Area of the agreement; part of the scope. */
  area: number;
  /** Months billed, as year × 12 + month, half-open. */
  months: string;
  /** Distinct people on the bill. */
  people: number;
  /** Whole rupiah; equals the sum of its lines. */
  amount: number;
  /** Day of issue. */
  issued_on: Day;
  /** Last day to pay in time. */
  due_on: Day;
  /** Who ran the billing. */
  made_by: string;
  /** When it was recorded. */
  recorded_at: Generated<string>;
}

/** [local] That a bill on which nothing was paid is owed no more. Never edited, never taken back: its months are billed anew. */
export interface BillCancellationTable {
  /** The bill. */
  bill_id: string;
  /** The reason, as whoever cancelled it wrote it. */
  why: string;
  /** Day of the cancellation in the books. */
  on_day: Day;
  /** Who cancelled it. */
  made_by: string;
  /** When it was recorded. */
  recorded_at: Generated<string>;
  /** The partner of the bill; part of the scope. */
  partner_id: string;
  /** The area of the bill; part of the scope. */
  area: number;
}

/** [person] What is owed for one membership and one month: the subledger of bill. */
export interface BillLineTable {
  /** The person. */
  person_id: string;
  /** The membership. */
  membership_id: string;
  /** Month as year × 12 + month. */
  month: number;
  /** The bill; without a foreign key because bills are local. */
  bill_id: string;
  /** Employment injury, whole rupiah. */
  jkk: number;
  /** Death, whole rupiah. */
  jkm: number;
  /** Old-age savings, whole rupiah; 0 when not a member. */
  jht: Generated<number>;
  /** Sum of the programmes. */
  amount: number;
  /** Why the amounts are what they are. */
  explanation: Buffer;
  /** Part of the scope. */
  partner_id: string;
  /** Village at the time of billing; part of the scope. */
  area: number;
  /** True once its bill is cancelled: nothing is owed, and the month may be billed again. */
  cancelled: Generated<boolean>;
}

/** [local] The last running number of each kabupaten and month, so that two bills issued at once get different numbers and none is skipped. */
export interface BillSeriesTable {
  /** Beginning of the bill number: B, kabupaten and first month, such as B-5304-202611. */
  prefix: string;
  /** Running number of the latest bill that begins so. */
  last: number;
}

/** How much of each bill is paid: unpaid, partial or paid; or that it is cancelled, and nothing is open. */
export interface BillStateTable {
  bill_id: string | null;
  paid: number | null;
  open: number | null;
  state: string | null;
}

/** [reference] An office of BPJS Ketenagakerjaan. */
export interface BranchTable {
  /** Short name in lower case. */
  branch_id: string;
  /** Name of the office. */
  name: string;
  /** Where the fact comes from. */
  source: string;
}

/** [reference] The kabupaten a branch serves, by date. */
export interface BranchAreaTable {
  /** The branch. */
  branch_id: string;
  /** Kabupaten or kota. */
  area: number;
  /** Days of service. */
  during: string;
  /** How sure the source is. */
  confidence: string;
}

/** [reference] What a fund set aside for contributions, revision by revision. */
export interface BudgetLineTable {
  /** The fund. */
  fund_id: string;
  /** Account code of the budget document. */
  account_code: string;
  /** 0 for the first budget, then each revision. */
  revision: number;
  /** Whole rupiah. */
  amount: number;
  /** Budget document: DPA number and date. */
  document: string;
  /** When it was recorded. */
  recorded_at: Generated<string>;
}

/** [local] That a roster names everybody: whoever is a member and not on it has presumably left, and somebody is asked. */
export interface CompleteListTable {
  /** UUIDv7. */
  list_id: string;
  /** The roster. */
  roster_id: string;
  /** The agreement of whose members it names all. */
  agreement_id: string;
  /** The partner who says so; part of the scope. */
  partner_id: string;
  /** Area of which it names all; part of the scope. */
  area: number;
  /** The day on which it was complete. */
  as_of: Day;
  /** Who recorded it. */
  made_by: string;
  /** When it was recorded. */
  recorded_at: Generated<string>;
  /** When it turned out not to be complete; null while it stands. */
  withdrawn_at: string | null;
}

/** [person] Months in which a person is protected in a set of programmes, with the evidence. */
export interface CoverTable {
  /** The person. */
  person_id: string;
  /** UUIDv7. */
  cover_id: string;
  /** The membership that is covered. */
  membership_id: string;
  /** Its partner; part of the scope. */
  partner_id: string;
  /** Months as year × 12 + month, half-open. */
  months: string;
  /** Bit set: JKK 1, JKM 2, JHT 4, JP 8, JKP 16. */
  programmes: number;
  /** The fund that paid. */
  fund_id: string;
  /** ledger: paid here; bpjs_file: stated by the BPJS file of the month; law: relief without payment. */
  evidence: string;
  /** The bill whose payment made the cover; null for other evidence. */
  bill_id: string | null;
  /** Village of residence on the last day of the first month; the scope of the row. */
  area: number;
  /** When it was recorded. */
  recorded_at: Generated<string>;
  /** When it was taken back or replaced; null while it stands. */
  closed_at: string | null;
  /** The branch whose file of the month states it; null for other evidence. */
  branch_id: string | null;
}

/** [local] The count by village, month, segment, group and fund. */
export interface CoverCellTable {
  /** Village. */
  area: number;
  /** Month as year × 12 + month. */
  month: number;
  /** Legal segment. */
  segment: string;
  /** Group. */
  grp: string;
  /** Fund. */
  fund_id: string;
  /** People, each counted once per month. */
  people: number;
  /** Covered for employment injury. */
  jkk: number;
  /** Covered for death. */
  jkm: number;
  /** Saving for old age. */
  jht: number;
  /** Covered for pension. */
  jp: number;
  /** Covered for unemployment. */
  jkp: number;
  /** Of the people: those whose month rests on a BPJS file alone. */
  stated: Generated<number>;
}

/** [local] Signed changes of the count, appended by the transactions that change cover. Readers add those not yet folded. */
export interface CoverDeltaTable {
  /** Order of arrival. */
  delta_id: GeneratedAlways<number>;
  /** Village. */
  area: number;
  /** Month as year × 12 + month. */
  month: number;
  /** Legal segment of the primary cell. */
  segment: string;
  /** Group of the primary cell. */
  grp: string;
  /** Fund of the primary cell. */
  fund_id: string;
  /** Change in people, each counted once per month. */
  people: number;
  /** Change in people covered for employment injury. */
  jkk: number;
  /** Change in people covered for death. */
  jkm: number;
  /** Change in people saving for old age. */
  jht: number;
  /** Change in people covered for pension. */
  jp: number;
  /** Change in people covered for unemployment. */
  jkp: number;
  /** When it happened. */
  recorded_at: Generated<string>;
  /** Change in people whose month rests on a BPJS file alone, nothing being paid here. */
  stated: Generated<number>;
}

/** [local] The same count for kecamatan, kabupaten and province. */
export interface CoverRollupTable {
  /** District, regency or province. */
  area: number;
  /** Month as year × 12 + month. */
  month: number;
  /** Legal segment. */
  segment: string;
  /** Group. */
  grp: string;
  /** Fund. */
  fund_id: string;
  /** People, each counted once per month. */
  people: number;
  /** Covered for employment injury. */
  jkk: number;
  /** Covered for death. */
  jkm: number;
  /** Saving for old age. */
  jht: number;
  /** Covered for pension. */
  jp: number;
  /** Covered for unemployment. */
  jkp: number;
  /** Of the people: those whose month rests on a BPJS file alone. */
  stated: Generated<number>;
}

/** [person] That somebody died, as it was said and on what evidence. The latest that is certified holds, or else the latest reported. Withdrawn, never edited. */
export interface DeathTable {
  /** The person: the record that spoke for them when it was said. */
  person_id: string;
  /** UUIDv7. */
  death_id: string;
  /** Day of death. */
  died_on: Day;
  /** What it rests on: a certificate of the civil registry, a letter of the village or of a hospital; or what BPJS, a partner or the family says. */
  evidence: string;
  /** True when an official paper says so, false when it is only reported. */
  certified: boolean;
  /** Number of the paper; null where there is none. Never a NIK. */
  reference: string | null;
  /** Remark; null when none. Never a NIK. */
  note: string | null;
  /** Village of residence when it was said; the scope of the row. */
  area: number;
  /** The partner whose list said so, part of the scope; null when said otherwise. */
  partner_id: string | null;
  /** Who recorded it. */
  made_by: string;
  /** When it was recorded. */
  recorded_at: Generated<string>;
  /** Who withdrew it; null while it stands. */
  withdrawn_by: string | null;
  /** When it was withdrawn; null while it stands. */
  withdrawn_at: string | null;
  /** Why it was withdrawn, in words; null while it stands. */
  withdrawn_reason: string | null;
}

/** [local] An SK or Berita Acara that fixes a list of names. */
export interface DecreeTable {
  /** UUIDv7. */
  decree_id: string;
  /** The agreement it serves. */
  agreement_id: string;
  /** The partner who issues it. */
  partner_id: string;
  /** The area whose list it fixes: that of the agreement, or a village in it; part of the scope. */
  area: number;
  /** Decree or minutes. */
  kind: string;
  /** Number of the document. */
  number: string;
  /** Date of the document. */
  signed_on: Day;
  /** SHA-256 of the annexed list; null when the annex is not here. */
  annex_digest: string | null;
  /** Who recorded it. */
  made_by: string;
  /** When it was recorded. */
  recorded_at: Generated<string>;
  /** Name of whoever signed it; null when not recorded. */
  signed_by: string | null;
  /** Office of the signatory, such as Bupati Belu; null when not recorded. */
  signed_as: string | null;
}

/** [local] What a human decided of a pair that stays two people. That they are one is a merge (person_alias). Never edited but to say that it was taken back. */
export interface DuplicateDecisionTable {
  /** UUIDv7. */
  decision_id: string;
  /** The record with the smaller id. */
  first_id: string;
  /** The other record. */
  second_id: string;
  /** different: two people, never asked again; later: nobody knows yet. */
  choice: string;
  /** What the first record said, as a keyed hash: the check of a roster remembers the decision by it. */
  first_key: Buffer;
  /** The same of the second record. */
  second_key: Buffer;
  /** Village of the first; part of the scope. */
  first_area: number;
  /** Village of the second; part of the scope. */
  second_area: number;
  /** Why, in words; null when the comparison says enough. Never a NIK. */
  why: string | null;
  /** Who decided. */
  decided_by: string;
  /** When it was decided. */
  recorded_at: Generated<string>;
  /** Who took it back; null while in force. */
  undone_by: string | null;
  /** When it was taken back; null while in force. */
  undone_at: string | null;
}

/** [local] Two records of the base that the matcher finds to be, or perhaps to be, one person. Open until they are merged or decided to be two. */
export interface DuplicatePairTable {
  /** The record with the smaller id. */
  first_id: string;
  /** The other record. */
  second_id: string;
  /** Village of the first when found; part of the scope. */
  first_area: number;
  /** Village of the second when found; part of the scope. */
  second_area: number;
  /** What the matcher found. */
  verdict: string;
  /** By which of its rules. */
  rule: string;
  /** Percent of likeness. */
  score: number;
  /** Keyed hash of what the first record says, as roster_row.row_key: a row of the same content is not asked about the second again. */
  first_key: Buffer;
  /** The same of the second record. */
  second_key: Buffer;
  /** When it was found. */
  found_at: Generated<string>;
}

/** [reference] Why an amount is what it is: parameters read, steps, articles. Stored once per distinct content. */
export interface ExplanationTable {
  /** SHA-256 of the canonical JSON. */
  hash: Buffer;
  /** The explanation. */
  tree: unknown;
  /** When first stored. */
  recorded_at: Generated<string>;
}

/** [local] Every published or entered number: baseline, target, denominator. Several may disagree, side by side. */
export interface FigureTable {
  /** UUIDv7. */
  figure_id: string;
  /** Area the figure is about. */
  area: number;
  /** Set when the figure is a branch's own, never divided by a kabupaten's denominator; null otherwise. */
  branch_id: string | null;
  /** What is counted. */
  measure: string;
  /** Segment or group, or all. */
  segment: string;
  /** Period as published: year, month or day. */
  period: string;
  /** The value. */
  value: string;
  /** Lowest value the source allows; null when it gives none. */
  low: string | null;
  /** Highest value the source allows; null when it gives none. */
  high: string | null;
  /** True when no source printed the value: derived from printed numbers, or spread over areas. */
  estimate: Generated<boolean>;
  /** Unit of value. */
  unit: string;
  /** What exactly is counted or divided by. */
  definition: string;
  /** Who says so. */
  source: string;
  /** Where; null when not public. */
  url: string | null;
  /** Day of the publication; null when not known. */
  as_of: Day | null;
  /** How sure the source is. */
  confidence: string;
  /** Remark; null when none. */
  note: string | null;
  /** Who entered it. */
  made_by: string;
  /** When it was entered. */
  recorded_at: Generated<string>;
}

/** [person] Which empty fields of somebody known an accepted list filled in. Never what they say. */
export interface FillingTable {
  /** The person. Kept without a foreign key: acceptance writes those whom it holds. */
  person_id: string;
  /** The list; without a foreign key because rosters are local. */
  roster_id: string;
  /** Village of the person then; the scope. No partner's: whose list it is does not learn from it what a stranger lacked. */
  area: number;
  /** Fields of the envelope, rt, rw, occupation. */
  fields: string[];
  /** First day of the residence whose RT or RW it filled in; null when it filled in neither. */
  residence_from: Day | null;
  /** The work whose occupation it filled in; null when it filled in none. */
  work_id: string | null;
  /** When the list was accepted. */
  recorded_at: Generated<string>;
  /** When undoing the list took back what still stood as it said; null when nobody did. */
  undone_at: string | null;
}

/** [reference] The purse that pays: a budget of a year, or a partner's or worker's own money. */
export interface FundTable {
  /** UUIDv7. */
  fund_id: string;
  /** What purse it is; bpjs stands for whoever paid BPJS directly, which its file does not tell. */
  kind: string;
  /** Name as printed, such as APBD Kabupaten Belu 2026. */
  name: string;
  /** Who owns the purse. */
  partner_id: string;
  /** Seat of the owner. */
  area: number;
  /** Budget year. */
  year: number;
  /** Who pays in the sense of PP 50/2025: government (APBN/APBD), other, or the worker. */
  payer: string;
  /** uncertain for Dana Desa and ADD: whether they count as APBN/APBD is not established. */
  payer_certainty: Generated<string>;
  /** The article or decision behind payer. */
  payer_citation: string;
  /** When it was recorded. */
  recorded_at: Generated<string>;
}

/** [key] Who holds a number. Found only by its keyed blind index; the number itself is in the envelope. */
export interface IdentifierTable {
  /** Keyed blind index of kind and number (16 bytes). */
  hash: Buffer;
  /** What the number is. */
  kind: string;
  /** The person who holds or claims it. */
  person_id: string;
  /** held by one person; disputed between several; withdrawn after evidence. */
  state: Generated<string>;
  /** Days on which the claim is valid. */
  during: Generated<string>;
  /** When it was recorded. */
  recorded_at: Generated<string>;
}

/** [local] How far a long job is. Survives a restart. */
export interface JobProgressTable {
  /** The roster, bill run or statement the job works on. */
  subject_id: string;
  /** What the job does. */
  task: string;
  /** Units done. */
  done: Generated<number>;
  /** Units in all; null while not known. */
  total: number | null;
  /** What it is doing now. */
  phase: string;
  /** When the job began. */
  started_at: Generated<string>;
  /** When it last moved. */
  updated_at: Generated<string>;
  /** When it ended; null while it runs. */
  finished_at: string | null;
  /** Why it failed: code and facts; null when it did not. */
  problem: unknown;
  /** Part of the scope. */
  area: number;
  /** Part of the scope. */
  partner_id: string | null;
  /** Units done at the last sample, some seconds ago. */
  sampled_done: Generated<number>;
  /** When the last sample was taken; the begin of the phase at first. */
  sampled_at: Generated<string>;
}

/** [person] Somebody without work who looks for it, and the training they wish for. */
export interface JobSeekerTable {
  /** The person. */
  person_id: string;
  /** UUIDv7. */
  seeker_id: string;
  /** Village of residence when recorded; the scope of the row. */
  area: number;
  /** Kind of training wished for; none when only work is looked for. */
  training: string;
  /** Days of looking for work, half-open; without an end while it lasts. */
  during: string;
  /** Where it is known from. */
  source: string;
  /** Why it ended; null while it lasts. */
  end_reason: string | null;
  /** Who recorded it. */
  made_by: string;
  /** When it was recorded. */
  recorded_at: Generated<string>;
}

/** [local] One event of the ledger. Its postings sum to zero. */
export interface JournalTable {
  /** UUIDv7. */
  journal_id: string;
  /** What happened. */
  kind: string;
  /** The bill or payment that caused it. */
  cause_id: string;
  /** Day of the event in the books. */
  on_day: Day;
  /** The payer, null while unknown; part of the scope. */
  partner_id: string | null;
  /** Area of the agreement; part of the scope. */
  area: number;
  /** Who caused it. */
  made_by: string;
  /** When it was booked. */
  recorded_at: Generated<string>;
}

/** [reference] Who is a vulnerable worker in an area, as its Perda, Perkada or SK says. Never edited: another version takes its place. */
export interface LocalRuleTable {
  /** UUIDv7 of this version. */
  rule_id: string;
  /** The area that decided it; it holds for everything below, unless a smaller area has its own. */
  area: number;
  /** What it is called in citations, such as Perbup Belu 12/2026. */
  law: string;
  /** Article and paragraph; null when not given. */
  article: string | null;
  /** Running number of what was recorded of the same law; the first is 1. */
  version: number;
  /** quoted: its text was read; secondary: told by somebody else; known: from knowledge of the office. */
  confidence: string;
  /** What it asks, in the words of the law package (VulnerableCriteria). */
  criteria: unknown;
  /** Days in force, half-open. */
  during: string;
  /** Who recorded it. */
  made_by: string;
  /** When it was recorded. */
  recorded_at: Generated<string>;
  /** When another version took its place; null while it stands. */
  replaced_at: string | null;
}

/** [local] Which field each heading of a partner's files holds, as somebody said it. The next file with the same headings is read by it. */
export interface MappingTable {
  /** UUIDv7. */
  mapping_id: string;
  /** Whose files; part of the scope. */
  partner_id: string;
  /** Area whose lists it reads, with all below it; part of the scope. */
  area: number;
  /** Name by which people know the file. */
  name: string;
  /** SHA-256 of the headings, whatever their order and case. */
  signature: string;
  /** Headings from left to right, each with its field; a field of null is not used. */
  columns: unknown;
  /** Village of every row that names none; null when each row names its own. */
  village: number | null;
  /** Who said so last. */
  made_by: string;
  /** When. */
  recorded_at: Generated<string>;
  /** Who ended it; null while it is used. */
  ended_by: string | null;
  /** When it was ended; null while it is used. */
  ended_at: string | null;
}

/** [key] Keyed hashes under which a person is looked for when the number is missing or mistyped. Equal keys make a candidate, never a match. */
export interface MatchKeyTable {
  /** Keyed 64-bit hash of a blocking key. */
  hash: number;
  /** The person to compare with. */
  person_id: string;
}

/** [local] What a human decided of a doubtful row of a member file; the sibling of roster_decision. Never edited but to say that it was taken back; asked again by the next import, so that nobody is asked twice. */
export interface MemberDecisionTable {
  /** UUIDv7. */
  decision_id: string;
  /** The file on which it was decided. */
  file_id: string;
  /** The row of it. */
  ordinal: number;
  /** Keyed hash of what the row says of its person; by it the decision is found again for the same content. */
  row_key: Buffer;
  /** same: the row means the chosen one; new: none of those it was held against; left: nothing for now. */
  choice: string;
  /** person:ID of whom the row means; null unless same. */
  chosen: string | null;
  /** Whom it was decided not to be: person:ID. */
  against: Generated<string[]>;
  /** The question as it was when decided. */
  shown: unknown;
  /** Why, in words; null when the question says enough. Never a NIK. */
  why: string | null;
  /** Those of the file; the scope of the decision. */
  areas: string;
  /** Who decided. */
  decided_by: string;
  /** When it was decided. */
  recorded_at: Generated<string>;
  /** Who took it back; null while in force. */
  undone_by: string | null;
  /** When it was taken back; null while in force. */
  undone_at: string | null;
}

/** [local] What a human is asked of a doubtful row of a member file, and what follows from the answer. Never a NIK, not even a sealed one. Destroyed with the name of the row where nobody of the base is meant. */
export interface MemberDoubtTable {
  /** The file. */
  file_id: string;
  /** The row. */
  ordinal: number;
  /** Keyed hash of what the row says of its person: the same content in next month's file has the same key. */
  row_key: Buffer;
  /** Birth date as stated; null when none. */
  birth_date: Day | null;
  /** How much of the birth date is stated. */
  birth_precision: string | null;
  /** Sex as stated; null when not. */
  sex: string | null;
  /** Programmes as stated, as bits. */
  programmes: number;
  /** The question as the import put it: code, facts, whom the row may mean (ids, kabupaten) and how they compare, field by field. */
  doubt: unknown;
  /** The decision in force, perhaps made on an earlier file; null while open. */
  decision_id: string | null;
  /** Whom the row covers by decision; null when nobody. */
  person_id: string | null;
  /** Programmes that rows in no doubt state of this person in the segment, as bits; null when there is no such row. */
  stated_before: number | null;
  /** Those of the file; the scope of the row. */
  areas: string;
}

/** [local] A branch's file of active members of a month. The latest of a branch and month stands; the file itself is not kept. */
export interface MemberFileTable {
  /** UUIDv7. */
  file_id: string;
  /** The branch that states it. */
  branch_id: string;
  /** Month as year × 12 + month. */
  month: number;
  /** The kabupaten the branch serves in that month; whoever sees all of them sees the file. */
  areas: string;
  /** Name the user gave it. */
  file_name: string;
  /** SHA-256 of the file: the same file twice changes nothing. */
  digest: string;
  /** Headings of columns that hold membership numbers (KPJ), of which nothing was kept. */
  dropped: string[];
  /** Rows in the file: matched + doubtful + unknown + refused + ignored. */
  rows_in: number;
  /** Rows about somebody in the base. */
  matched_rows: number;
  /** Rows perhaps about somebody in the base; a human must look. */
  doubtful_rows: number;
  /** Rows about people not in the base. */
  unknown_rows: number;
  /** Rows that cannot be read. */
  refused_rows: number;
  /** Blank, heading, total, signature. */
  ignored_rows: number;
  /** People whose cover it made, each once. */
  people: number;
  /** Who sent it. */
  made_by: string;
  /** When it came in. */
  recorded_at: Generated<string>;
  /** When another file of the same branch and month took its place; null while it stands. */
  replaced_at: string | null;
}

/** [local] A branch's member file that came in. What it made is the member_file of the same id; the file lies sealed in the store until it has ended. */
export interface MemberImportTable {
  /** UUIDv7; of the member_file that it makes, too, and of the file in the store. */
  import_id: string;
  /** The branch. */
  branch_id: string;
  /** The month whose active members it lists, year × 12 + month. */
  month: number;
  /** Areas of the branch; part of the scope. */
  areas: string;
  /** Name the user gave it. */
  file_name: string;
  /** SHA-256 of the clear content. */
  digest: string;
  /** received: the job works on it; done; failed. */
  state: Generated<string>;
  /** Why it could not be imported: code and facts; null when it could. */
  problem: unknown;
  /** Who sent it. */
  made_by: string;
  /** When it came in. */
  recorded_at: Generated<string>;
  /** When the job ended; null before. */
  ended_at: string | null;
}

/** [local] One row of a branch's member file and what was found for it. Never a membership number, never a clear NIK, never whom it was found to be. */
export interface MemberRowTable {
  /** The file. */
  file_id: string;
  /** Place in the file, counted over all sheets from 1. */
  ordinal: number;
  /** Sheet; empty for CSV. */
  sheet: string;
  /** Row number as the user sees it. */
  row: number;
  /** What we found. */
  verdict: string;
  /** Code of the reason, such as matched.covered. */
  reason: string;
  /** The field at fault; null when it is the row as a whole. */
  field: string | null;
  /** What the message needs. */
  facts: Generated<unknown>;
  /** Name as written; null for ignored rows, and once whoever is nobody of the base is forgotten. */
  name: string | null;
  /** NIK with its middle hidden; null when there was none, or a hash, and once whoever is nobody of the base is forgotten. */
  nik_masked: string | null;
  /** Segment as stated; null when it could not be read. */
  segment: string | null;
  /** Number of the employer, as stated; null when none. */
  npp: string | null;
  /** Last paid month as year × 12 + month, as stated; null when none. */
  paid_until: number | null;
  /** Those of the file; the scope of the row. */
  areas: string;
}

/** [person] A person in a segment and group through a partner, for a span. A membership is not cover. */
export interface MembershipTable {
  /** The person. */
  person_id: string;
  /** UUIDv7. */
  membership_id: string;
  /** Through whom the person is a member. */
  partner_id: string;
  /** The agreement under which; kept without a foreign key because agreements are local tables. Null when only a BPJS file states the membership. */
  agreement_id: string | null;
  /** The roster that brought the person in; null when entered singly. */
  roster_id: string | null;
  /** Legal segment. */
  segment: string;
  /** Practical group inside the segment. */
  grp: string;
  /** Sector in the sense of PP 50/2025. */
  sector: string;
  /** Bit set: JKK 1, JKM 2, JHT 4, JP 8, JKP 16. */
  programmes: number;
  /** The fund expected to pay. */
  fund_id: string;
  /** Village of residence when enrolled; the scope of the row. */
  area: number;
  /** Days of membership, half-open; open-ended while it lasts. */
  during: string;
  /** When it was recorded. */
  recorded_at: Generated<string>;
  /** True while this is the only one of its person, partner and segment: the exclusion constraint leaves it out, a unique index holds it. Set by enrolment, ended by whatever comes second. */
  alone: Generated<boolean>;
  /** The decree that named the person; kept without a foreign key because decrees are local tables. Null when enrolled otherwise. */
  decree_id: string | null;
  /** Number of the person in the annex of that decree, as it was decreed; null when no decree named the person. */
  annex_place: number | null;
}

/** [person] The income class on which contributions are computed. Apart from membership, because villages and planners see no income. */
export interface MembershipBasisTable {
  /** The person. */
  person_id: string;
  /** The membership. */
  membership_id: string;
  /** Declared monthly income as agreed, whole rupiah. */
  income: number;
  /** Part of the scope. */
  partner_id: string;
  /** Part of the scope. */
  area: number;
  /** Days on which the income holds. */
  during: string;
  /** When it was recorded. */
  recorded_at: Generated<string>;
}

/** [person] That somebody left the list of a partner: the last day, why, and who said so. Taken back, never edited. */
export interface MembershipEndTable {
  /** The person. */
  person_id: string;
  /** UUIDv7; random where a death ended it. */
  end_id: string;
  /** The membership that ended. */
  membership_id: string;
  /** Last day of membership. */
  last_day: Day;
  /** Why: stopped working there, moved away, died, the contract ended, or somebody else took the seat. */
  reason: string;
  /** Remark; null when none. Never a NIK. */
  note: string | null;
  /** The complete list on which the person was missing; null when reported otherwise. */
  list_id: string | null;
  /** Where the membership would have ended without this: what taking it back restores. Null when open-ended. */
  until_before: Day | null;
  /** Part of the scope. */
  partner_id: string;
  /** Part of the scope. */
  area: number;
  /** Who recorded it. */
  made_by: string;
  /** When it was recorded. */
  recorded_at: Generated<string>;
  /** Who took it back; null while it stands. */
  undone_by: string | null;
  /** When it was taken back; null while it stands. */
  undone_at: string | null;
  /** First day of the membership when the death of the person ended it, which may have come before; null for every other end. It goes when the death is withdrawn. */
  from_before: Day | null;
  /** A later end that this one, by death, took the place of, and that stands again when the death is withdrawn; null when there is none. */
  replaces: string | null;
}

/** [local] Migrations applied to this database. */
export interface MigrationTable {
  /** File name without .sql. */
  name: string;
  /** Checksum of the file as applied, with line ends as LF. */
  sha256: string;
  /** When it was applied. */
  applied_at: Generated<string>;
}

/** [reference] A kind of seat in a village body: kepala desa, member of the BPD, head of an RT. Another body is another row. */
export interface OfficeTable {
  /** Short name. */
  office: string;
  /** The body it belongs to: village_officials, bpd, rt, rw, lpm, pkk, or a later one. */
  body: string;
  /** Place in the body, from 1; the highest office first. */
  place: number;
  /** Name in Indonesian. */
  name_id: string;
  /** Name in English. */
  name_en: string;
  /** Practical group in which its holders become members. */
  grp: string;
  /** Legal kinds of village that have it: desa, kelurahan. */
  village_kinds: string[];
  /** How many every such village has, by law; null where the law leaves it to the village. */
  seats: number | null;
  /** The article behind seats, or behind the office; null when none is known. */
  citation: string | null;
}

/** [person] Who holds which seat of a village body, by which decree, for which term. Somebody may hold several seats. */
export interface OfficeHoldingTable {
  /** The holder. */
  person_id: string;
  /** UUIDv7. */
  holding_id: string;
  /** The village of the seat; the scope of the row. */
  area: number;
  /** The office. */
  office: string;
  /** Which of the seats, from 1. */
  seat: number;
  /** What tells the seat from the others, such as RT 003 / RW 001; null when nothing does. */
  label: string | null;
  /** Number of the decree (SK); null when not known. */
  decree_number: string | null;
  /** Date of the decree; null when not known. */
  decree_day: Day | null;
  /** First day after the term by the decree; null when it names none. */
  term_until: Day | null;
  /** Days in office, half-open; without an end while it lasts; empty when the list that said so was undone. */
  during: string;
  /** Why it ended; null while it lasts. */
  end_reason: string | null;
  /** The roster it was taken from; null when recorded singly. */
  roster_id: string | null;
  /** Who recorded it. */
  made_by: string;
  /** When it was recorded. */
  recorded_at: Generated<string>;
  /** Who recorded the end, or undid the list; null while it lasts. */
  ended_by: string | null;
  /** When that was; null while it lasts. */
  ended_at: string | null;
  /** True when the death of the holder ended it, and its withdrawal gives the seat back if it is free. */
  by_death: Generated<boolean>;
  /** Other rosters that named the holder for the same seat since, the earliest first: it is theirs when the roster it was taken from is undone. */
  confirmed_by: Generated<string[]>;
}

/** [reference] Which seat is taken on which days: what keeps a seat from having two holders, who may be anywhere among the people. */
export interface OfficeOccupancyTable {
  /** The village. */
  area: number;
  /** The office. */
  office: string;
  /** Which of the seats, from 1. */
  seat: number;
  /** The holding, written together with this row; no foreign key, because holdings lie with their people. */
  holding_id: string;
  /** Days in office: those of the holding; empty when the list that said so was undone. */
  during: string;
}

/** [reference] How many seats of an office a village has from a day on: the denominator of every share of officials. Without a row, and without a number by law, it is not known. */
export interface OfficeSeatsTable {
  /** UUIDv7; of two rows for one day the later one holds. */
  seats_id: string;
  /** The village. */
  area: number;
  /** The office. */
  office: string;
  /** First day of the number. */
  since: Day;
  /** Seats; 0 when the village has none. */
  seats: number;
  /** Document the number comes from, such as a Perdes with its number. */
  source: string;
  /** Who recorded it. */
  made_by: string;
  /** When it was recorded. */
  recorded_at: Generated<string>;
}

/** [reference] Any organisation we work with: Pemda, desa, cooperative, parish, company, association, project, ministry office. */
export interface PartnerTable {
  /** UUIDv7. */
  partner_id: string;
  /** What the organisation is. */
  kind: string;
  /** Name as printed on letters. */
  name: string;
  /** Seat: the province, kabupaten, kecamatan or village. */
  area: number;
  /** True for the shipped example. */
  example: Generated<boolean>;
  /** When it was recorded. */
  recorded_at: Generated<string>;
}

/** [local] People to talk to at a partner, in their office. */
export interface PartnerContactTable {
  /** UUIDv7. */
  contact_id: string;
  /** The partner. */
  partner_id: string;
  /** Seat of the partner; the scope of the row. */
  area: number;
  /** Name of the contact. */
  name: string;
  /** Office held. */
  position: string;
  /** Telephone of the office; null when none. */
  phone: string | null;
  /** Address of the office; null when none. */
  email: string | null;
  /** Days on which the contact holds the office. */
  during: string;
  /** When it was recorded. */
  recorded_at: Generated<string>;
}

/** [local] Money that came in, as the bank states it. */
export interface PaymentTable {
  /** UUIDv7. */
  payment_id: string;
  /** Where it was read. */
  statement_id: string;
  /** The receiving account, masked. */
  account: string;
  /** The bank's own reference: the same payment twice is one payment. */
  external_ref: string;
  /** Value date. */
  paid_on: Day;
  /** Whole rupiah. */
  amount: number;
  /** The bank's description, with long numbers masked. */
  description: string;
  /** Bill number found in the description; null when none was found. */
  bill_number: string | null;
  /** The payer as far as known; part of the scope. */
  partner_id: string | null;
  /** Area of the bill, or of the importing office; part of the scope. */
  area: number;
  /** When it was recorded. */
  recorded_at: Generated<string>;
}

/** [person] One human being. Clear columns are what lists and counts need; everything else is in the sealed envelope. */
export interface PersonTable {
  /** UUIDv7 made by the application. */
  person_id: string;
  /** Name as written on the identity card, as far as we know it. */
  name: string;
  /** Normalised name for look-up by its beginning. */
  name_key: string;
  /** Normalised name with the last word first, for look-up by family name. */
  name_turned: string;
  /** L man, P woman; null when not known. */
  sex: string | null;
  /** Day of birth; the first day of the month or year when only that is known; null when unknown. */
  birth_date: Day | null;
  /** How much of birth_date is known; null with it. */
  birth_precision: string | null;
  /** Village of residence as of now; its history is in residence. */
  area: number;
  /** Partners through whom this person is, or was, a member: who besides the area may see the row. */
  partners: Generated<string[]>;
  /** Day of death, as the standing death of any record of the person says; null while not known to have died. Written by set_died_on alone. */
  died_on: Day | null;
  /** Envelope: key id, nonce, AES-256-GCM of JSON with NIK, family card, mother's name, phone, address, account, wages; person_id is bound to it. */
  sealed: Buffer;
  /** True for synthetic people (NIK serial 9xxx). */
  example: Generated<boolean>;
  /** When we came to know this person. */
  recorded_at: Generated<string>;
  /** True when the person holds, or claims, a NIK; without one they are recorded and cannot be enrolled. */
  numbered: Generated<boolean>;
  /** When the roster that recorded the person was undone, so that nobody sees them any more; null for everybody else. */
  withdrawn_at: string | null;
}

/** [reference] A merge: one record points at the canonical one. No row is moved; ending the alias undoes the merge. */
export interface PersonAliasTable {
  /** UUIDv7 of this merge. */
  alias_id: string;
  /** The record that is now an alias. */
  person_id: string;
  /** The record it was merged into. That may be merged itself: who speaks in the end is canonical_person. */
  canonical_id: string;
  /** Who decided. */
  decided_by: string;
  /** Why, in words. */
  reason: string;
  /** When it was decided. */
  recorded_at: Generated<string>;
  /** When it was undone; null while in force. */
  undone_at: string | null;
  /** Who undid it; null while in force. */
  undone_by: string | null;
  /** Why it was undone, in words; null while in force. */
  undone_reason: string | null;
}

/** [person] How somebody known without a NIK was recorded before a roster completed them, so that it can be put back. Purged with the file of the roster. */
export interface PersonCompletionTable {
  /** The person. */
  person_id: string;
  /** The roster that completed them; without a foreign key because rosters are local. */
  roster_id: string;
  /** The envelope as it was. */
  sealed: Buffer;
  /** As it was. */
  sex: string | null;
  /** As it was. */
  birth_date: Day | null;
  /** As it was. */
  birth_precision: string | null;
  /** Blind index of the NIK that the roster brought. */
  nik_hash: Buffer;
  /** Match keys that the roster added. */
  match_hashes: number[];
  /** Village; part of the scope. */
  area: number;
  /** When they were completed. */
  recorded_at: Generated<string>;
}

/** [local] A line of the ledger: debit positive, credit negative, whole rupiah. */
export interface PostingTable {
  /** UUIDv7. */
  posting_id: string;
  /** The event. */
  journal_id: string;
  /** receivable: billed, not yet paid; contributions: owed to the programmes; bank: money received; unallocated: money received that settles no bill. */
  account: string;
  /** The fund concerned; null for money whose fund is not known. */
  fund_id: string | null;
  /** The bill concerned; null when none. */
  bill_id: string | null;
  /** Debit positive, credit negative. */
  amount: number;
  /** Part of the scope; null while the payer is unknown. */
  partner_id: string | null;
  /** Part of the scope. */
  area: number;
}

/** [person] That somebody missing on a complete list is a member all the same: the answer that ends the question. */
export interface PresumedStayTable {
  /** The person. */
  person_id: string;
  /** The membership that goes on. */
  membership_id: string;
  /** The complete list. */
  list_id: string;
  /** Remark; null when none. Never a NIK. */
  note: string | null;
  /** Part of the scope. */
  partner_id: string;
  /** Part of the scope. */
  area: number;
  /** Who says so. */
  made_by: string;
  /** When it was recorded. */
  recorded_at: Generated<string>;
}

/** [local] A usulan: whom a village proposes for the places an agreement pays, from the draft to the decree and the enrolment. */
export interface ProposalTable {
  /** UUIDv7. */
  proposal_id: string;
  /** The village; the scope of the row. */
  area: number;
  /** The agreement, and with it the fund, that would pay. */
  agreement_id: string;
  /** Its partner. */
  partner_id: string;
  /** The version of the local rule by which people are chosen; null for the criterion that is proposed where there is none. */
  rule_id: string | null;
  /** Months to be paid, as year × 12 + month, half-open. */
  months: string;
  /** Places: how many people the fund pays for. Whoever stands below is a substitute. */
  quota: number;
  /** How far it is; steps are in proposal_step. */
  state: Generated<string>;
  /** Who made, ranked or decided the list, or assessed a candidate on it: none of them verifies it. */
  makers: string[];
  /** Day of the meeting; null before. */
  met_on: Day | null;
  /** Where it was held. */
  place: string | null;
  /** Who led it. */
  led_by: string | null;
  /** How many were present. */
  attendance: number | null;
  /** What was decided, in words. */
  minutes: string | null;
  /** The Berita Acara. */
  minutes_id: string | null;
  /** Who verified the list as a whole; null before. */
  verified_by: string | null;
  /** The SK with its annex; null before. */
  decree_id: string | null;
  /** Memberships opened by it; null before. */
  enrolled: number | null;
  /** True for the shipped example. */
  example: Generated<boolean>;
  /** When it was begun. */
  recorded_at: Generated<string>;
}

/** [local] Somebody on a proposal. The first of those not struck fill the places, the others are substitutes; a struck one keeps place and reason. */
export interface ProposalEntryTable {
  /** The proposal. */
  proposal_id: string;
  /** The person; kept without a foreign key because people are distributed. */
  person_id: string;
  /** Rank given by the meeting, from 1. */
  place: number;
  /** Criteria met when the person was put on the list. */
  score: number;
  /** Decile known then; null when none. */
  decile: number | null;
  /** The village of the proposal; the scope of the row. */
  area: number;
  /** Who verified or struck the person; null while unchecked. */
  checked_by: string | null;
  /** When; null with it. */
  checked_at: string | null;
  /** Why the person was struck; null while on the list. */
  struck: string | null;
  /** What became of it at enrolment; null before, and for substitutes. */
  outcome: string | null;
}

/** [local] A step of a proposal, forward, or back to the draft with the reason. Nothing is edited. */
export interface ProposalStepTable {
  /** UUIDv7; later steps have later ids. */
  step_id: string;
  /** The proposal. */
  proposal_id: string;
  /** Its village; the scope of the row. */
  area: number;
  /** The state reached. */
  state: string;
  /** Why it went back, or a remark; null when none. */
  note: string | null;
  /** Who did it. */
  made_by: string;
  /** When. */
  recorded_at: Generated<string>;
}

/** [local] A registration sheet made for a branch of BPJS: who was on it is marked as sent. */
export interface RegistrationBatchTable {
  /** UUIDv7. */
  batch_id: string;
  /** Smallest area that holds everybody on it; part of the scope. */
  area: number;
  /** Their partner where they have one in common; part of the scope. */
  partner_id: string | null;
  /** Lines of the sheet. */
  people: number;
  /** Who made it. */
  made_by: string;
  /** When. */
  recorded_at: Generated<string>;
  /** What stands on it for the place of work of whoever stated none: the village of residence, the seat of the partner, or nothing, and then nobody without one is on it. */
  work_place: string;
}

/** [local] A membership on a registration sheet, and what the branch answered. One person is one line, whatever funds pay: their memberships of the same segment and programmes share its number and its answer. Somebody rejected and corrected goes on a later sheet. */
export interface RegistrationRowTable {
  /** The sheet. */
  batch_id: string;
  /** Line of the sheet, counted from 1: the number beside the name. */
  ordinal: number;
  /** The person. */
  person_id: string;
  /** The membership to be registered. */
  membership_id: string;
  /** sent until the branch answers, then accepted or rejected. */
  state: Generated<string>;
  /** What the rejection comes to, such as registration.nikUnknown; null unless rejected. */
  reason: string | null;
  /** Code of the branch, as it wrote it; null when it wrote none. */
  code: string | null;
  /** Words of the branch, numbers hidden; null when it wrote none. */
  words: string | null;
  /** Who brought the answer; null before. */
  answered_by: string | null;
  /** When; null before. */
  answered_at: string | null;
  /** Who said that the cause of the rejection is mended; null before. */
  corrected_by: string | null;
  /** When; null before. From then on the member may be sent again. */
  corrected_at: string | null;
  /** Village of residence when sent; part of the scope. */
  area: number;
  /** Partner of the membership; part of the scope. */
  partner_id: string;
}

/** [person] Where a person lives and lived. */
export interface ResidenceTable {
  /** The person. */
  person_id: string;
  /** Village of residence. */
  area: number;
  /** RT number, three digits; null when unknown. */
  rt: string | null;
  /** RW number, three digits; null when unknown. */
  rw: string | null;
  /** Valid time; empty when the list that said so was undone. */
  during: string;
  /** Roster or document the fact comes from. */
  source: string;
  /** When it was recorded. */
  recorded_at: Generated<string>;
  /** True while this is the only residence on record: the exclusion constraint leaves it out, a unique index holds it. Set by enrolment, ended by whatever comes second. */
  alone: Generated<boolean>;
}

/** [local] A list of workers that came in for an agreement. */
export interface RosterTable {
  /** UUIDv7. */
  roster_id: string;
  /** Partner through whom the people would be members; part of the scope. */
  partner_id: string;
  /** The agreement under which they would be enrolled; null when they are recorded only. */
  agreement_id: string | null;
  /** Whose list it is: that of the agreement, or of the part its sender answers for; part of the scope. */
  area: number;
  /** The file as it came. */
  file_id: string;
  /** Its name. */
  file_name: string;
  /** SHA-256 of the file: the same file twice changes nothing. */
  digest: string;
  /** First day of the memberships it would open; of a list that records, the day from which what it says holds. */
  starts_on: Day;
  /** Chosen up front: accept the good rows, or none unless all are good. */
  policy: string;
  /** Where the work stands. */
  state: string;
  /** Why the file as a whole could not be read: code and facts; null when it could. */
  problem: unknown;
  /** What was recognised in the headings, sheet by sheet; null before the check. */
  columns: unknown;
  /** Rows in the file: new + known + doubtful + refused + ignored. */
  rows_in: Generated<number>;
  /** People not yet in the base. */
  new_rows: Generated<number>;
  /** People already in the base, or repeated in the file. */
  known_rows: Generated<number>;
  /** Perhaps the same as somebody; a human must decide. */
  doubtful_rows: Generated<number>;
  /** Cannot be taken as they stand. */
  refused_rows: Generated<number>;
  /** Blank, heading, total, signature. */
  ignored_rows: Generated<number>;
  /** Memberships opened at acceptance. */
  enrolled: Generated<number>;
  /** True for the shipped example. */
  example: Generated<boolean>;
  /** Who sent it. */
  made_by: string;
  /** When it came in. */
  recorded_at: Generated<string>;
  /** When the verdicts were ready; null before. */
  checked_at: string | null;
  /** Who accepted it; null before. */
  accepted_by: string | null;
  /** When it was accepted; null before. */
  accepted_at: string | null;
  /** Chosen up front: a doubtful row that resembles one person this much (percent) or more is that person; null asks a human. */
  same_from: number | null;
  /** Chosen up front: a doubtful row that resembles nobody this much (percent) is a new person; null asks a human. */
  new_below: number | null;
  /** People whom acceptance records, or recorded, without a membership. */
  recorded: Generated<number>;
  /** How many people, and how many without a NIK, the check found in the villages of the file: if it is no longer so, acceptance checks again. */
  census: Generated<unknown>;
  /** enrol: the people become members under the agreement; record: they are recorded or updated, and nobody becomes a member. */
  purpose: Generated<string>;
  /** Known people whom acceptance of a list that records confirms or brings up to date, or of whom one that enrols only fills in what is empty. */
  listed: Generated<number>;
  /** Who undid its acceptance; null unless undone. */
  undone_by: string | null;
  /** When its acceptance was undone; null unless undone. */
  undone_at: string | null;
  /** Why it is undone, as whoever asked for it said; null unless asked for. */
  undone_why: string | null;
  /** Numbers of the bills that are cancelled when it is undone, as whoever asked for it agreed; null unless asked for. */
  undo_bills: string[] | null;
  /** When its file, rows and verdicts were destroyed because nobody accepted it in time; null otherwise. */
  expired_at: string | null;
}

/** [local] What a human decided of a doubtful row. Never edited but to say that it was taken back; asked again by the check, so that nobody is asked twice. */
export interface RosterDecisionTable {
  /** UUIDv7. */
  decision_id: string;
  /** The roster on which it was decided. */
  roster_id: string;
  /** The row on it. */
  ordinal: number;
  /** Keyed hash of what the row says of its person; by it the decision is found again for the same content. */
  row_key: Buffer;
  /** same: the row means the chosen one; new: none of those it was held against; left: nothing for now. */
  choice: string;
  /** person:ID or row:KEY of whom the row means; null unless same. */
  chosen: string | null;
  /** What it was decided not to be: person:ID, row:KEY, or doubt:CODE that was looked into. */
  against: Generated<string[]>;
  /** The question as it was when decided. */
  shown: unknown;
  /** Why, in words; null when the question says enough. Never a NIK. */
  why: string | null;
  /** Area of the roster; part of the scope. */
  area: number;
  /** Part of the scope. */
  partner_id: string;
  /** Who decided. */
  decided_by: string;
  /** When it was decided. */
  recorded_at: Generated<string>;
  /** Who took it back; null while in force. */
  undone_by: string | null;
  /** When it was taken back; null while in force. */
  undone_at: string | null;
}

/** [local] One row of a roster and what was found for it. */
export interface RosterRowTable {
  /** The roster. Kept without a foreign key: the check writes the rows of the roster it was asked for. */
  roster_id: string;
  /** Place in the file, counted over all sheets from 1. */
  ordinal: number;
  /** Sheet; empty for CSV. */
  sheet: string;
  /** Row number as the user sees it. */
  row: number;
  /** What we found. */
  verdict: string;
  /** Code of the reason, such as nik.length or known.active. */
  reason: string;
  /** The field at fault; null when it is the row as a whole. */
  field: string | null;
  /** What the message needs; never a clear NIK. */
  facts: Generated<unknown>;
  /** Other things to look at: codes and facts. */
  warnings: Generated<unknown>;
  /** Name as written; null for ignored rows. */
  name: string | null;
  /** NIK with its middle hidden; null when there was none. */
  nik_masked: string | null;
  /** Village found; null when not found. */
  village: number | null;
  /** The person: proposed for new, found for known; null otherwise. */
  person_id: string | null;
  /** True when acceptance opens a membership for the row. */
  enrol: Generated<boolean>;
  /** Area of the roster; part of the scope. */
  area: number;
  /** Part of the scope. */
  partner_id: string;
  /** Keyed hash of what the row says of its person: the same content in another file has the same key. Null for rows without a doubt. */
  row_key: Buffer | null;
  /** The question as the check put it: code, facts, and whom or what the row may mean (ids, rows, codes; never what is sealed). Null when there was none. */
  doubt: unknown;
  /** The decision in force, perhaps made on an earlier roster; null while open, or decided by the thresholds. */
  decision_id: string | null;
  /** Welfare decile that the row states, 1 the poorest; null when it states none. */
  decile: number | null;
  /** Register the decile is of, as the headings tell it; null when they do not. */
  register: string | null;
}

/** [reference] Facts about this installation, such as whether it holds example data. */
export interface SettingTable {
  /** Name of the setting. */
  key: string;
  /** Its value. */
  value: unknown;
  /** When it was last set. */
  recorded_at: Generated<string>;
}

/** [local] A bank or virtual-account statement that was imported. */
export interface StatementTable {
  /** UUIDv7. */
  statement_id: string;
  /** The receiving account, masked but for its last four digits, with a keyed fingerprint of the whole. */
  account: string;
  /** Name of the file. */
  file_name: string;
  /** SHA-256 of the file: the same file twice changes nothing. */
  digest: string;
  /** Rows in the file. */
  rows: number;
  /** Area of the importing office; part of the scope. */
  area: number;
  /** Part of the scope; null for an office. */
  partner_id: string | null;
  /** Who imported it. */
  made_by: string;
  /** When it was imported. */
  recorded_at: Generated<string>;
}

/** [local] What became of each row of a statement. Nothing is dropped. */
export interface StatementRowTable {
  /** The statement. */
  statement_id: string;
  /** Row number as the user sees it. */
  row: number;
  /** settled a bill; paid part of one; paid more than was owed; names no bill we know; already taken; cannot be read; heading, blank or money going out. */
  verdict: string;
  /** Code of the reason; null when settled. */
  reason: string | null;
  /** What the message needs: amounts, bill number. */
  facts: Generated<unknown>;
  /** The payment made of the row; null when none. */
  payment_id: string | null;
  /** Part of the scope. */
  area: number;
  /** Part of the scope. */
  partner_id: string | null;
}

/** [local] A file kept sealed in the file store. */
export interface StoredFileTable {
  /** UUIDv7; also its name in the store. */
  file_id: string;
  /** Name the user gave it. */
  name: string;
  /** SHA-256 of the clear content. */
  digest: string;
  /** Bytes of the clear content. */
  size: number;
  /** Part of the scope. */
  area: number;
  /** Part of the scope. */
  partner_id: string | null;
  /** Who sent it. */
  made_by: string;
  /** When it came in. */
  recorded_at: Generated<string>;
  /** When the content was destroyed; null while kept. */
  purged_at: string | null;
}

/** [person] What a person does for a living. Somebody with current work is a worker; several kinds of work at once are normal. */
export interface WorkTable {
  /** The person. */
  person_id: string;
  /** UUIDv7. */
  work_id: string;
  /** Code of the occupation list, or other. */
  occupation: string;
  /** As written on the roster. */
  occupation_text: string;
  /** Village of residence when recorded; the scope of the row. */
  area: number;
  /** Valid time; empty when the list that said so was undone. */
  during: string;
  /** Roster or document the fact comes from. */
  source: string;
  /** When it was recorded. */
  recorded_at: Generated<string>;
}

/** [local] Where the rows of payung.roster_row lie: written by the check, read through that table alone. */
export interface IntakeJudgedRowTable {
  /** The roster. */
  roster_id: string;
  /** Place in the file, counted over all sheets from 1. */
  ordinal: number;
  /** Sheet; empty for CSV. */
  sheet: string;
  /** Row number as the user sees it. */
  row: number;
  /** What we found. */
  verdict: string;
  /** Code of the reason, such as nik.length or known.active. */
  reason: string;
  /** The field at fault; null when it is the row as a whole. */
  field: string | null;
  /** What the message needs; never a clear NIK. */
  facts: Generated<unknown>;
  /** Other things to look at: codes and facts. */
  warnings: Generated<unknown>;
  /** Name as written; null for ignored rows. */
  name: string | null;
  /** NIK with its middle hidden; null when there was none. */
  nik_masked: string | null;
  /** Village found; null when not found. */
  village: number | null;
  /** The person: proposed for new, found for known; null otherwise. */
  person_id: string | null;
  /** True when acceptance opens a membership for the row. */
  enrol: Generated<boolean>;
  /** Area of the roster; part of the scope. */
  area: number;
  /** Part of the scope. */
  partner_id: string;
  /** Keyed hash of what the row says of its person: the same content in another file has the same key. Null for rows without a doubt. */
  row_key: Buffer | null;
  /** The question as the check put it: code, facts, and whom or what the row may mean (ids, rows, codes; never what is sealed). Null when there was none. */
  doubt: unknown;
  /** The decision in force, perhaps made on an earlier roster; null while open, or decided by the thresholds. */
  decision_id: string | null;
  decile: number | null;
  register: string | null;
}

/** [local] Rows of a roster made ready to be enrolled: sealed and hashed when checked, inserted set-wise when accepted, purged 30 days after. */
export interface IntakePreparedRowTable {
  /** The roster. */
  roster_id: string;
  /** Place in the file. */
  ordinal: number;
  /** The person: proposed when new, found when known, chosen when a doubt was decided. */
  person_id: string;
  /** True when acceptance creates the person. */
  is_new: boolean;
  /** Name as written. */
  name: string;
  /** Normalised name. */
  name_key: string;
  /** Normalised name with the last word first. */
  name_turned: string;
  /** L, P or null. */
  sex: string | null;
  /** Day of birth or null. */
  birth_date: Day | null;
  /** day, month, year or null. */
  birth_precision: string | null;
  /** Village. */
  area: number;
  /** RT or null. */
  rt: string | null;
  /** RW or null. */
  rw: string | null;
  /** Occupation code. */
  occupation: string;
  /** Occupation as written. */
  occupation_text: string;
  /** Envelope of a new person, also of a doubtful row that may become one; of somebody known, what the row says where it may fill in something; null otherwise. */
  sealed: Buffer | null;
  /** Blind index of the NIK; null when known. */
  nik_hash: Buffer | null;
  /** Blocking keys of a new person. */
  match_hashes: Generated<number[]>;
  /** True for synthetic people. */
  example: boolean;
  /** Id of the membership to open. */
  membership_id: string;
  /** Id of the work to record. */
  work_id: string;
  /** enrol: with a membership; record: the person without one; dispute: the person without one, whose NIK somebody else holds; update: somebody known, brought up to date without one; wait: a human decides first. */
  outcome: Generated<string>;
  /** Id for which the envelope is sealed, of a row that was doubtful; null where it is person_id. */
  proposed_id: string | null;
  /** Envelope of somebody known without a NIK, completed by what the row says; null for all others. */
  completion: Buffer | null;
  /** SHA-256 of the envelope that completion replaces: it is completed only while nobody else has changed it. Null with it. */
  replaces: Buffer | null;
}

/** Every table and view by the name that queries use. */
export interface Tables {
  access_grant: AccessGrantTable;
  agreement: AgreementTable;
  agreement_event: AgreementEventTable;
  agreement_stage: AgreementStageTable;
  allocation: AllocationTable;
  annex_line: AnnexLineTable;
  area: AreaTable;
  area_succession: AreaSuccessionTable;
  assessment: AssessmentTable;
  audit_block: AuditBlockTable;
  audit_entry: AuditEntryTable;
  audit_open: AuditOpenTable;
  audit_seal: AuditSealTable;
  bill: BillTable;
  bill_cancellation: BillCancellationTable;
  bill_line: BillLineTable;
  bill_series: BillSeriesTable;
  bill_state: BillStateTable;
  branch: BranchTable;
  branch_area: BranchAreaTable;
  budget_line: BudgetLineTable;
  complete_list: CompleteListTable;
  cover: CoverTable;
  cover_cell: CoverCellTable;
  cover_delta: CoverDeltaTable;
  cover_rollup: CoverRollupTable;
  death: DeathTable;
  decree: DecreeTable;
  duplicate_decision: DuplicateDecisionTable;
  duplicate_pair: DuplicatePairTable;
  explanation: ExplanationTable;
  figure: FigureTable;
  filling: FillingTable;
  fund: FundTable;
  identifier: IdentifierTable;
  job_progress: JobProgressTable;
  job_seeker: JobSeekerTable;
  journal: JournalTable;
  local_rule: LocalRuleTable;
  mapping: MappingTable;
  match_key: MatchKeyTable;
  member_decision: MemberDecisionTable;
  member_doubt: MemberDoubtTable;
  member_file: MemberFileTable;
  member_import: MemberImportTable;
  member_row: MemberRowTable;
  membership: MembershipTable;
  membership_basis: MembershipBasisTable;
  membership_end: MembershipEndTable;
  migration: MigrationTable;
  office: OfficeTable;
  office_holding: OfficeHoldingTable;
  office_occupancy: OfficeOccupancyTable;
  office_seats: OfficeSeatsTable;
  partner: PartnerTable;
  partner_contact: PartnerContactTable;
  payment: PaymentTable;
  person: PersonTable;
  person_alias: PersonAliasTable;
  person_completion: PersonCompletionTable;
  posting: PostingTable;
  presumed_stay: PresumedStayTable;
  proposal: ProposalTable;
  proposal_entry: ProposalEntryTable;
  proposal_step: ProposalStepTable;
  registration_batch: RegistrationBatchTable;
  registration_row: RegistrationRowTable;
  residence: ResidenceTable;
  roster: RosterTable;
  roster_decision: RosterDecisionTable;
  roster_row: RosterRowTable;
  setting: SettingTable;
  statement: StatementTable;
  statement_row: StatementRowTable;
  stored_file: StoredFileTable;
  work: WorkTable;
  'intake.judged_row': IntakeJudgedRowTable;
  'intake.prepared_row': IntakePreparedRowTable;
}
