import type { Result } from '@payung/law';
import { ask, get, post, remove } from './http.ts';
import type { Role } from './role.ts';

export interface Session {
  readonly userId: string;
  readonly name: string;
  /** What must be done on the account page before anything else is allowed; null when nothing. */
  readonly due: 'auth.secondFactorRequired' | 'auth.passwordChangeRequired' | null;
  readonly permissions: readonly string[];
  readonly grants: readonly {
    readonly role: string;
    readonly area: number | null;
    readonly partnerId: string | null;
    readonly from: string;
    readonly until: string | null;
  }[];
  /** The day it is where the branch is. */
  readonly today: string;
}

/** What kind of installation this is; told to anybody. */
export interface Installation {
  readonly exampleData: boolean;
}

export interface Area {
  readonly code: number;
  readonly level: 'province' | 'regency' | 'district' | 'village';
  readonly kind: string;
  readonly name: string;
}

export type FundKind =
  | 'apbd_province'
  | 'apbd_regency'
  | 'apbd_revision'
  | 'dana_desa'
  | 'add'
  | 'csr'
  | 'partner'
  | 'worker';

export interface Fund {
  readonly fundId: string;
  readonly kind: FundKind;
  readonly name: string;
  readonly partnerId: string;
  readonly area: number;
  readonly year: number;
  readonly payer: 'government' | 'other' | 'self';
  readonly payerCertainty: 'settled' | 'uncertain';
  readonly payerCitation: string;
}

export interface Partner {
  readonly partnerId: string;
  readonly kind: string;
  readonly name: string;
  readonly area: number;
  readonly example: boolean;
}

export type Stage = 'draft' | 'signed' | 'data_received' | 'awaiting_payment' | 'active' | 'ended';

export interface Agreement {
  readonly agreementId: string;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly area: number;
  readonly areaName: string;
  readonly kind: 'MoU' | 'PKS';
  readonly number: string;
  readonly title: string;
  readonly segment: string;
  readonly group: Group;
  readonly sector: 'transport' | 'other';
  readonly programmes: readonly string[];
  readonly income: number;
  readonly fund: Fund;
  readonly from: string;
  readonly until: string | null;
  readonly stage: Stage | null;
  readonly stageOn: string | null;
}

export type Group =
  | 'vulnerable'
  | 'village_official'
  | 'bpd'
  | 'rt_rw'
  | 'lpm'
  | 'pkk'
  | 'non_asn'
  | 'cooperative'
  | 'church'
  | 'umkm'
  | 'construction'
  | 'self';

export interface AgreementFile {
  readonly agreement: Agreement;
  readonly events: readonly {
    readonly stage: Stage;
    readonly onDay: string;
    readonly note: string | null;
    readonly madeBy: string;
    readonly recordedAt: string;
  }[];
  readonly decrees: readonly Decree[];
}

export interface Decree {
  readonly decreeId: string;
  readonly kind: 'SK' | 'BA';
  readonly number: string;
  readonly signedOn: string;
}

export type Verdict = 'new' | 'known' | 'doubtful' | 'refused' | 'ignored';
export type RosterState = 'received' | 'checking' | 'checked' | 'accepting' | 'accepted' | 'failed';
export type RosterPolicy = 'good_rows' | 'all_or_nothing';

export interface Message {
  readonly code: string;
  readonly text: string;
  readonly remedy: string;
}

export interface Roster {
  readonly rosterId: string;
  readonly agreementId: string;
  readonly partnerName: string;
  readonly areaName: string;
  readonly fileName: string;
  readonly startsOn: string;
  readonly policy: RosterPolicy;
  readonly state: RosterState;
  readonly problem: Message | null;
  readonly counts: { readonly rowsIn: number } & Readonly<Record<Verdict, number>>;
  readonly enrolled: number;
  readonly example: boolean;
  readonly madeBy: string;
  readonly recordedAt: string;
  readonly acceptedAt: string | null;
}

export interface RosterReason {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly text: string;
  readonly remedy: string;
  readonly count: number;
}

export interface RosterRow {
  readonly ordinal: number;
  readonly sheet: string;
  readonly row: number;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly text: string;
  readonly remedy: string;
  readonly field: string | null;
  readonly name: string | null;
  readonly nikMasked: string | null;
  readonly villageName: string | null;
  readonly warnings: readonly Message[];
}

export interface Progress {
  readonly subjectId: string;
  readonly task: string;
  readonly phase: string;
  readonly done: number;
  readonly total: number | null;
  readonly finished: boolean;
  readonly problem: { readonly code: string } | null;
  readonly perSecond: number | null;
}

export type BillState = 'unpaid' | 'partial' | 'paid';

export interface Bill {
  readonly billId: string;
  readonly number: string;
  readonly agreementId: string;
  readonly agreementNumber: string;
  readonly partnerName: string;
  readonly fundName: string;
  readonly areaName: string;
  readonly from: string;
  readonly to: string;
  readonly people: number;
  readonly amount: number;
  readonly paid: number;
  readonly open: number;
  readonly state: BillState;
  readonly issuedOn: string;
  readonly dueOn: string;
}

export interface BillIssued {
  readonly billId: string;
  readonly number: string;
  readonly people: number;
  readonly amount: number;
  readonly dueOn: string;
  /** Members left out because they died before a month of the bill. */
  readonly deceased: number;
}

export interface BillFile {
  readonly bill: Bill;
  readonly villages: readonly {
    readonly area: number;
    readonly areaName: string;
    readonly month: string;
    readonly people: number;
    readonly jkk: number;
    readonly jkm: number;
    readonly jht: number;
    readonly amount: number;
  }[];
  readonly reasons: readonly {
    readonly hash: string;
    readonly tree: Result;
    readonly lines: number;
    readonly amount: number;
  }[];
  readonly payments: readonly {
    readonly paymentId: string;
    readonly statementId: string;
    readonly paidOn: string;
    readonly amount: number;
    readonly settles: number;
  }[];
}

export interface Payment {
  readonly paymentId: string;
  readonly statementId: string;
  readonly account: string;
  readonly externalRef: string;
  readonly paidOn: string;
  readonly amount: number;
  readonly unallocated: number;
  readonly description: string;
  readonly billNumber: string | null;
  readonly billId: string | null;
}

export type StatementVerdict =
  | 'settled'
  | 'partial'
  | 'excess'
  | 'unknown'
  | 'repeated'
  | 'refused'
  | 'ignored';

export interface StatementImported {
  readonly statementId: string;
  readonly repeated: boolean;
  readonly rows: number;
  readonly billsPaid: readonly string[];
  readonly peopleCovered: number;
}

export interface StatementFile {
  readonly statementId: string;
  readonly account: string;
  readonly fileName: string;
  readonly rows: number;
  readonly recordedAt: string;
  readonly counts: Readonly<Record<StatementVerdict, number>>;
  readonly received: number;
  readonly settled: number;
  readonly unallocated: number;
  readonly lines: readonly {
    readonly row: number;
    readonly verdict: StatementVerdict;
    readonly reason: string | null;
    readonly text: string;
    readonly remedy: string;
    readonly paymentId: string | null;
    readonly paidOn: string | null;
    readonly amount: number | null;
  }[];
}

export interface Counts {
  readonly people: number;
  readonly jkk: number;
  readonly jkm: number;
  readonly jht: number;
  readonly jp: number;
  readonly jkp: number;
}

export interface Figure {
  readonly figureId: string;
  readonly area: number;
  readonly branchId: string | null;
  readonly measure:
    | 'active_members'
    | 'coverage_percent'
    | 'target_people'
    | 'target_percent'
    | 'denominator';
  readonly segment: string;
  readonly period: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly estimate: boolean;
  readonly unit: 'person' | 'percent';
  readonly definition: string;
  readonly source: string;
  readonly url: string | null;
  readonly asOf: string | null;
  readonly confidence: string;
  readonly note: string | null;
}

export interface Percentage {
  readonly percent: number;
  readonly numerator: number;
  readonly denominator: Figure;
}

export type Dimension = 'area' | 'segment' | 'group' | 'fund';

export interface CoverageRow {
  readonly key: string;
  readonly label: string;
  readonly counts: Counts;
  readonly percentages: readonly Percentage[];
}

export interface Coverage {
  readonly area: Area;
  readonly parents: readonly Area[];
  readonly month: string;
  readonly by: Dimension;
  readonly totals: Counts;
  readonly percentages: readonly Percentage[];
  readonly registered: { readonly registered: number; readonly unpaid: number; readonly tolerated: number };
  readonly rows: readonly CoverageRow[];
  readonly published: readonly Figure[];
  readonly breaks: readonly {
    readonly from: number;
    readonly to: number;
    readonly year: number;
    readonly law: string;
    readonly share: number | null;
    readonly confidence: string;
  }[];
}

export interface Tile {
  readonly code: number;
  readonly name: string;
  readonly shortName: string | null;
  readonly column: number;
  readonly row: number;
  /** Null outside the scope of the user. */
  readonly counts: Counts | null;
  readonly percentages: readonly Percentage[];
  readonly published: readonly Figure[];
}

export interface Grant {
  readonly grantId: string;
  readonly userId: string;
  readonly role: Role;
  readonly area: number | null;
  readonly partnerId: string | null;
  readonly from: string;
  readonly until: string | null;
}

export interface User {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly secondFactor: boolean;
  readonly mustChangePassword: boolean;
  readonly example: boolean;
  readonly grants: readonly Grant[];
}

export interface Person {
  readonly personId: string;
  readonly name: string;
  readonly sex: 'L' | 'P' | null;
  readonly birthDate: string | null;
  readonly birthPrecision: 'day' | 'month' | 'year' | null;
  readonly area: number;
  readonly areaName: string;
  readonly example: boolean;
  readonly diedOn: string | null;
}

export interface PersonFile {
  readonly person: Person;
  readonly nikMasked: string | null;
  readonly residences: readonly {
    readonly area: number;
    readonly areaName: string;
    readonly rt: string | null;
    readonly rw: string | null;
    readonly from: string;
    readonly until: string | null;
    readonly source: string;
  }[];
  readonly work: readonly {
    readonly occupation: string;
    readonly occupationText: string;
    readonly from: string;
    readonly until: string | null;
  }[];
}

export interface Membership {
  readonly membershipId: string;
  readonly partnerName: string;
  readonly agreementId: string;
  readonly segment: string;
  readonly group: Group;
  readonly programmes: readonly string[];
  readonly fundName: string;
  readonly from: string;
  readonly until: string | null;
  readonly state: 'paid' | 'tolerated' | 'none';
  readonly paidThrough: string | null;
  readonly cover: readonly {
    readonly from: string;
    readonly to: string;
    readonly programmes: readonly string[];
    readonly evidence: 'ledger' | 'bpjs_file' | 'law';
    readonly billId: string | null;
  }[];
}

export interface PersonMemberships {
  readonly month: string;
  readonly memberships: readonly Membership[];
  readonly findings: readonly {
    readonly flag: 'two_employers' | 'two_funds';
    readonly membershipIds: readonly string[];
  }[];
}

export interface ClearPerson {
  readonly nik: string | null;
  readonly kk: string | null;
  readonly mother: string | null;
  readonly phone: string | null;
  readonly address: string | null;
}

/** The signed-in user; null when nobody is. */
export const getSession = () => get<Session>('/api/session');
export const getInstallation = () => get<Installation>('/api/installation');

export const listRosters = () => get<{ rosters: Roster[] }>('/api/rosters');
export const getRoster = (id: string) =>
  get<{ roster: Roster; reasons: RosterReason[]; columns: unknown }>(`/api/rosters/${id}`);
export const listRosterRows = (
  id: string,
  query: { verdict?: Verdict | undefined; reason?: string | undefined; after?: number | undefined },
) => get<{ rows: RosterRow[]; next: number | null }>(`/api/rosters/${id}/rows${search(query)}`);
export const acceptRoster = (id: string) => post<unknown>(`/api/rosters/${id}/acceptance`, {});
export const sendRoster = (input: {
  file: File;
  agreementId: string;
  startsOn: string;
  policy: RosterPolicy;
}) => postForm<{ rosterId: string; repeated: boolean }>('/api/rosters', input);

export const listPartners = () => get<{ partners: Partner[] }>('/api/partners');
export const createPartner = (input: { kind: string; name: string; area: number }) =>
  post<Partner>('/api/partners', input);
export const listFunds = () => get<{ funds: Fund[] }>('/api/funds');
export const createFund = (input: {
  kind: string;
  name: string;
  partnerId: string;
  area: number;
  year: number;
}) => post<Fund>('/api/funds', input);
export const listAgreements = () => get<{ agreements: Agreement[] }>('/api/agreements');
export const getAgreement = (id: string) => get<AgreementFile>(`/api/agreements/${id}`);
export const createAgreement = (input: {
  partnerId: string;
  area: number;
  kind: 'MoU' | 'PKS';
  number: string;
  title: string;
  segment: 'BPU';
  group: Group;
  sector: 'transport' | 'other';
  programmes: string[];
  income: number;
  fundId: string;
  from: string;
  until: string | null;
}) => post<{ id: string }>('/api/agreements', input);
export const stepAgreement = (id: string, input: { stage: Stage; onDay: string; note: string | null }) =>
  post<unknown>(`/api/agreements/${id}/stages`, input);
export const createDecree = (id: string, input: { kind: 'SK' | 'BA'; number: string; signedOn: string }) =>
  post<Decree>(`/api/agreements/${id}/decrees`, input);

export const searchPeople = (query: { q: string; after?: string | undefined }) =>
  get<{ people: Person[]; next: string | null }>(`/api/people${search(query)}`);
export const getPerson = (id: string) => get<PersonFile>(`/api/people/${id}`);
export const getMemberships = (id: string) => get<PersonMemberships>(`/api/people/${id}/memberships`);
export const revealPerson = (id: string, reason: string) =>
  post<ClearPerson>(`/api/people/${id}/revelation`, { reason });

export const listBills = (query: { agreementId?: string | undefined; after?: string | undefined } = {}) =>
  get<{ bills: Bill[]; next: string | null }>(`/api/bills${search(query)}`);
export const getBill = (id: string) => get<BillFile>(`/api/bills/${id}`);
export const runBilling = (input: { agreementId: string; from: string; to: string }) =>
  post<BillIssued>('/api/bills', input);
export const listPayments = (query: { after?: string | undefined; unallocated?: 'true' | undefined }) =>
  get<{ payments: Payment[]; next: string | null }>(`/api/payments${search(query)}`);
export const importStatement = (input: { file: File; account: string }) =>
  postForm<StatementImported>('/api/payments', input);
export const getStatement = (id: string) => get<StatementFile>(`/api/statements/${id}`);

export const getArea = (code: number | string) =>
  get<{ area: Area; parents: Area[]; children: Area[] }>(`/api/areas/${code}`);
export const getCoverage = (query: { area: string; month: string; by: Dimension }) =>
  get<Coverage>(`/api/coverage${search(query)}`);
export const getTiles = (query: { area: string; month: string }) =>
  get<{ tiles: Tile[] }>(`/api/coverage/tiles${search(query)}`);

export const listUsers = () => get<{ users: User[] }>('/api/users');
export interface NewGrant {
  readonly role: string;
  readonly area?: string | undefined;
  readonly partnerId?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}
export const createUser = (input: { email: string; name: string; grant: NewGrant }) =>
  post<{ userId: string; oneTimePassword: string }>('/api/users', input);
export const grantRole = (userId: string, grant: NewGrant) =>
  post<{ grantId: string }>(`/api/users/${userId}/grants`, grant);
export const endGrant = (grantId: string) => remove(`/api/grants/${grantId}`);
export const resetPassword = (userId: string) =>
  post<{ oneTimePassword: string }>(`/api/users/${userId}/password`, {});
export const removeSecondFactor = (userId: string) => remove(`/api/users/${userId}/second-factor`);

export interface AuditHead {
  readonly block: number;
  readonly closedAt: string;
  readonly entries: number;
  readonly fingerprint: string;
  /** The same for the minutes of a meeting. */
  readonly sentence: string;
}
export const getAuditHead = () => get<{ head: AuditHead | null }>('/api/audit/head');

async function postForm<T>(path: string, fields: Readonly<Record<string, string | File>>): Promise<T> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const response = await ask(path, { method: 'POST', body: form });
  return (await response.json()) as T;
}

function search(query: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}
