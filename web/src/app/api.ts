import type { InferRequestType } from 'hono/client';
import { api, type Brings, type FromBrowser, type Json, type Query, read } from './client.ts';

/** The signed-in user. @throws Problem auth.required when nobody is */
export const getSession = () => read(api.session.$get());
/** What kind of installation this is; told to anybody. */
export const getInstallation = () => read(api.installation.$get());
export const getArea = (code: string) => read(api.areas[':code'].$get({ param: { code } }));

export const listRosters = () => read(api.rosters.$get());
export const getRoster = (id: string) => read(api.rosters[':id'].$get({ param: { id } }));
export const listRosterRows = (id: string, query: Query<(typeof api.rosters)[':id']['rows']['$get']>) =>
  read(api.rosters[':id'].rows.$get({ param: { id }, query }));
export const listReview = (id: string, query: Query<(typeof api.rosters)[':id']['review']['$get']>) =>
  read(api.rosters[':id'].review.$get({ param: { id }, query }));
export const decideReviewRow = (id: string, ordinal: number, json: ReviewChoice) =>
  read(api.rosters[':id'].review[':ordinal'].$put({ param: { id, ordinal: String(ordinal) }, json }));
export const reopenReviewRow = (id: string, ordinal: number) =>
  read(api.rosters[':id'].review[':ordinal'].$delete({ param: { id, ordinal: String(ordinal) } }));
export const lookIntoRoster = (id: string) => read(api.rosters[':id'].mapping.$get({ param: { id } }));
export const mapRoster = (id: string, json: Json<(typeof api.rosters)[':id']['mapping']['$put']>) =>
  read(api.rosters[':id'].mapping.$put({ param: { id }, json }));
export const listMappings = () => read(api.mappings.$get());
export const changeMapping = (id: string, json: Json<(typeof api.mappings)[':id']['$put']>) =>
  read(api.mappings[':id'].$put({ param: { id }, json }));
export const endMapping = (id: string) => read(api.mappings[':id'].$delete({ param: { id } }));
export const acceptRoster = (id: string) => api.rosters[':id'].acceptance.$post({ param: { id } });
export const previewUndo = (id: string) => read(api.rosters[':id'].undo.$get({ param: { id } }));
export const undoRoster = (id: string, json: Json<(typeof api.rosters)[':id']['undo']['$post']>) =>
  api.rosters[':id'].undo.$post({ param: { id }, json });
export const sendRoster = (form: FromBrowser<InferRequestType<typeof api.rosters.$post>['form']>) =>
  read(api.rosters.$post({ form: form as InferRequestType<typeof api.rosters.$post>['form'] }));

/** A page of the partners, those that fit what is looked for. */
export const searchPartners = (query: Query<typeof api.partners.$get>) => read(api.partners.$get({ query }));
export const getPartner = (id: string) => read(api.partners[':id'].$get({ param: { id } }));

/** All partners, page by page, for what must show every one of them. */
export async function listPartners() {
  const first = await searchPartners({});
  const partners = [...first.partners];
  for (let { next } = first; next !== null; ) {
    const page = await searchPartners({ after: next });
    partners.push(...page.partners);
    next = page.next;
  }
  return { partners };
}
export const createPartner = (json: Json<typeof api.partners.$post>) => read(api.partners.$post({ json }));
/** Purses that fit what is looked for. */
export const searchFunds = (query: Query<typeof api.funds.$get>) => read(api.funds.$get({ query }));
export const createFund = (json: Json<typeof api.funds.$post>) => read(api.funds.$post({ json }));
export const listAgreements = () => read(api.agreements.$get({ query: {} }));
/** Agreements that fit what is looked for. */
export const searchAgreements = (query: Query<typeof api.agreements.$get>) =>
  read(api.agreements.$get({ query }));
export const getAgreement = (id: string) => read(api.agreements[':id'].$get({ param: { id } }));
export const createAgreement = (json: Json<typeof api.agreements.$post>) =>
  read(api.agreements.$post({ json }));
export const stepAgreement = (id: string, json: Json<(typeof api.agreements)[':id']['stages']['$post']>) =>
  api.agreements[':id'].stages.$post({ param: { id }, json });
export const createDecree = (id: string, json: Json<(typeof api.agreements)[':id']['decrees']['$post']>) =>
  read(api.agreements[':id'].decrees.$post({ param: { id }, json }));

export const searchPeople = (json: Json<typeof api.people.search.$post>) =>
  read(api.people.search.$post({ json }));
export const getPerson = (id: string) => read(api.people[':id'].$get({ param: { id } }));
export const getMemberships = (id: string) =>
  read(api.people[':id'].memberships.$get({ param: { id }, query: {} }));
export const revealPerson = (id: string, reason: string) =>
  read(api.people[':id'].revelation.$post({ param: { id }, json: { reason } }));
export const comparePeople = (id: string, other: string) =>
  read(api.people[':id'].comparison[':other'].$get({ param: { id, other } }));
export const mergePerson = (id: string, json: Json<(typeof api.people)[':id']['merge']['$post']>) =>
  read(api.people[':id'].merge.$post({ param: { id }, json }));
export const undoMerge = (id: string, reason: string) =>
  api.people.merges[':id'].undoing.$post({ param: { id }, json: { reason } });
export const recordDeath = (id: string, json: Json<(typeof api.people)[':id']['death']['$post']>) =>
  read(api.people[':id'].death.$post({ param: { id }, json }));
export const withdrawDeath = (id: string, reason: string) =>
  api.people[':id'].death.withdrawal.$post({ param: { id }, json: { reason } });
export const listDisputes = () => read(api.people.disputes.$get());
export const settleDispute = (id: string, reason: string) =>
  api.people[':id']['nik-settlement'].$post({ param: { id }, json: { reason } });
export const listDuplicates = (query: Query<typeof api.duplicates.$get>) =>
  read(api.duplicates.$get({ query }));
export const searchDuplicates = (area: number) => api.duplicates.searches.$post({ json: { area } });
export const decideDuplicate = (one: string, other: string, json: DuplicateChoice) =>
  read(api.duplicates[':one'][':other'].$put({ param: { one, other }, json }));
export const reopenDuplicate = (one: string, other: string) =>
  read(api.duplicates[':one'][':other'].$delete({ param: { one, other } }));
export const registerPerson = (json: NewRegistration) => read(api.registrations.$post({ json }));
export const getRegistration = (id: string) => read(api.registrations[':id'].$get({ param: { id } }));
export const checkNik = (nik: string) => read(api['nik-checks'].$post({ json: { nik } }));

export const listBills = (query: Query<typeof api.bills.$get> = {}) => read(api.bills.$get({ query }));
export const getBill = (id: string) => read(api.bills[':id'].$get({ param: { id } }));
export const listBillLines = (id: string, query: Query<(typeof api.bills)[':id']['lines']['$get']>) =>
  read(api.bills[':id'].lines.$get({ param: { id }, query }));
export const runBilling = (json: Json<typeof api.bills.$post>) => read(api.bills.$post({ json }));
export const cancelBill = (id: string, json: Json<(typeof api.bills)[':id']['cancellation']['$post']>) =>
  read(api.bills[':id'].cancellation.$post({ param: { id }, json }));
export const listPayments = (query: Query<typeof api.payments.$get>) => read(api.payments.$get({ query }));
export const importStatement = (form: FromBrowser<InferRequestType<typeof api.payments.$post>['form']>) =>
  read(api.payments.$post({ form: form as InferRequestType<typeof api.payments.$post>['form'] }));
export const getStatement = (id: string) => read(api.statements[':id'].$get({ param: { id } }));

export const getCoverage = (query: Query<typeof api.coverage.$get>) => read(api.coverage.$get({ query }));
export const getTiles = (query: Query<typeof api.coverage.tiles.$get>) =>
  read(api.coverage.tiles.$get({ query }));

export const listMemberFiles = () => read(api.members.$get());
export const listMemberReview = (id: string, query: Query<(typeof api.members)[':id']['review']['$get']>) =>
  read(api.members[':id'].review.$get({ param: { id }, query }));
export const decideMemberRow = (id: string, ordinal: number, json: ReviewChoice) =>
  read(api.members[':id'].review[':ordinal'].$put({ param: { id, ordinal: String(ordinal) }, json }));
export const reopenMemberRow = (id: string, ordinal: number) =>
  read(api.members[':id'].review[':ordinal'].$delete({ param: { id, ordinal: String(ordinal) } }));
export const listMemberRows = (id: string, query: Query<(typeof api.members)[':id']['rows']['$get']>) =>
  read(api.members[':id'].rows.$get({ param: { id }, query }));
export const importMembers = (form: FromBrowser<InferRequestType<typeof api.members.$post>['form']>) =>
  read(api.members.$post({ form: form as InferRequestType<typeof api.members.$post>['form'] }));
export const getDifferences = (query: Query<typeof api.members.differences.$get>) =>
  read(api.members.differences.$get({ query }));
export const getDoubleFunding = (query: Query<typeof api.funding.double.$get>) =>
  read(api.funding.double.$get({ query }));

export const listProposals = () => read(api.selection.proposals.$get());
export const createProposal = (json: Json<typeof api.selection.proposals.$post>) =>
  read(api.selection.proposals.$post({ json }));
export const getProposal = (id: string) => read(api.selection.proposals[':id'].$get({ param: { id } }));
export const listCandidates = (id: string) =>
  read(api.selection.proposals[':id'].candidates.$get({ param: { id } }));
export const rankPeople = (id: string, personIds: string[]) =>
  api.selection.proposals[':id'].entries.$put({ param: { id }, json: { personIds } });
export const decideProposal = (
  id: string,
  json: Json<(typeof api.selection.proposals)[':id']['decision']['$post']>,
) => api.selection.proposals[':id'].decision.$post({ param: { id }, json });
export const reopenProposal = (id: string, reason: string) =>
  api.selection.proposals[':id'].reopening.$post({ param: { id }, json: { reason } });
export const checkPeople = (id: string, personIds: string[], struck: string | null) =>
  api.selection.proposals[':id'].checks.$post({ param: { id }, json: { personIds, struck } });
export const verifyProposal = (id: string) =>
  api.selection.proposals[':id'].verification.$post({ param: { id } });
export const decreeProposal = (
  id: string,
  json: Json<(typeof api.selection.proposals)[':id']['decree']['$post']>,
) => api.selection.proposals[':id'].decree.$post({ param: { id }, json });
export const enrolProposal = (id: string) =>
  read(api.selection.proposals[':id'].enrolment.$post({ param: { id } }));
export const getAnnex = (
  id: string,
  query: { readonly document: 'decree' | 'minutes'; readonly numbers: 'masked' | 'whole' },
) => read(api.selection.proposals[':id'].annex.$get({ param: { id }, query }));
export const assessPeople = (json: Json<typeof api.selection.assessments.$post>) =>
  read(api.selection.assessments.$post({ json }));
export const listLocalRules = () => read(api.selection.rules.$get());
export const createLocalRule = (json: Json<typeof api.selection.rules.$post>) =>
  read(api.selection.rules.$post({ json }));

export const listUsers = () => read(api.users.$get({ query: {} }));
export const createUser = (json: Json<typeof api.users.$post>) => read(api.users.$post({ json }));
export const grantRole = (id: string, json: Json<(typeof api.users)[':id']['grants']['$post']>) =>
  read(api.users[':id'].grants.$post({ param: { id }, json }));
export const endGrant = (id: string) => api.grants[':id'].$delete({ param: { id } });
export const resetPassword = (id: string) => read(api.users[':id'].password.$post({ param: { id } }));
export const removeSecondFactor = (id: string) =>
  api.users[':id']['second-factor'].$delete({ param: { id } });
export const getAuditHead = () => read(api.audit.head.$get());

export type Session = Brings<typeof getSession>;
export type Permission = Session['permissions'][number];
export type Role = Session['grants'][number]['role'];
export type Area = Brings<typeof getArea>['area'];
export type Partner = Brings<typeof listPartners>['partners'][number];
export type Fund = Brings<typeof searchFunds>['funds'][number];
export type PartnerKind = Partner['kind'];
export type FundKind = Fund['kind'];
export type AgreementFile = Brings<typeof getAgreement>;
export type Agreement = AgreementFile['agreement'];
export type Group = Agreement['group'];
export type Stage = NonNullable<Agreement['stage']>;
export type ListedRoster = Brings<typeof listRosters>['rosters'][number];
export type RosterFile = Brings<typeof getRoster>;
export type Roster = RosterFile['roster'];
export type RosterReason = RosterFile['reasons'][number];
export type RosterRow = Brings<typeof listRosterRows>['rows'][number];
export type Verdict = RosterRow['verdict'];
export type RosterState = Roster['state'];
export type RosterUndo = Brings<typeof previewUndo>;
export type RosterPolicy = Roster['policy'];
export type RosterLook = Brings<typeof lookIntoRoster>;
export type SeenSheet = RosterLook['sheets'][number];
export type Mapping = Brings<typeof listMappings>['mappings'][number];
export type MappedField = NonNullable<Mapping['columns'][number]['field']>;
export type ReviewChoice = Json<(typeof api.rosters)[':id']['review'][':ordinal']['$put']>;
export type ReviewList = Brings<typeof listReview>;
export type ReviewRow = ReviewList['rows'][number];
export type DecidedRow = Brings<typeof decideReviewRow>;
export type Candidate = ReviewRow['candidates'][number];
export type BillFile = Brings<typeof getBill>;
export type Bill = BillFile['bill'];
export type BillLine = Brings<typeof listBillLines>['lines'][number];
export type BillState = Bill['state'];
export type Payment = Brings<typeof listPayments>['payments'][number];
export type StatementFile = Brings<typeof getStatement>;
export type StatementVerdict = StatementFile['lines'][number]['verdict'];
export type Person = Brings<typeof searchPeople>['people'][number];
export type PersonFile = Brings<typeof getPerson>;
export type Merge = PersonFile['merges'][number];
export type PeoplePair = Brings<typeof comparePeople>;
export type Waterfall = PeoplePair['waterfall'];
export type Dispute = Brings<typeof listDisputes>['disputes'][number];
export type DuplicateList = Brings<typeof listDuplicates>;
export type NewRegistration = Json<typeof api.registrations.$post>;
export type Registration = Brings<typeof registerPerson>;
export type RegistrationFile = Brings<typeof getRegistration>;
export type DuplicatePair = DuplicateList['pairs'][number];
export type DuplicateProgress = DuplicateList['progress'];
export type DuplicateChoice = Json<(typeof api.duplicates)[':one'][':other']['$put']>;
export type PersonMemberships = Brings<typeof getMemberships>;
export type Membership = PersonMemberships['memberships'][number];
export type Coverage = Brings<typeof getCoverage>;
export type CoverageRow = Coverage['rows'][number];
export type Dimension = Coverage['by'];
export type Percentage = Coverage['percentages'][number];
export type Figure = Coverage['published'][number];
export type Tile = Brings<typeof getTiles>['tiles'][number];
export type MemberFile = Brings<typeof listMemberFiles>['files'][number];
export type MemberImport = Brings<typeof listMemberFiles>['imports'][number];
export type MemberRow = Brings<typeof listMemberRows>['rows'][number];
export type Difference = Brings<typeof getDifferences>['people'][number];
export type DoubleFunded = Brings<typeof getDoubleFunding>['people'][number];
export type FundedBesideWage = Brings<typeof getDoubleFunding>['besideWage'][number];
export type FundSaving = Brings<typeof getDoubleFunding>['funds'][number];
export type ProposalFile = Brings<typeof getProposal>;
export type Proposal = ProposalFile['proposal'];
export type ProposalEntry = ProposalFile['entries'][number];
export type SelectionCandidate = Brings<typeof listCandidates>['candidates'][number];
export type LocalRule = Brings<typeof listLocalRules>['rules'][number];
export type Findings = SelectionCandidate['findings'];
export type User = Brings<typeof listUsers>['users'][number];
export type NewGrant = Json<typeof api.users.$post>['grant'];

/** What the server tells of a long job, as server-sent events; their content is not part of the typed routes. */
export interface Progress {
  readonly subjectId: string;
  readonly task: string;
  readonly phase: string;
  readonly done: number;
  /** Null while not known. */
  readonly total: number | null;
  readonly finished: boolean;
  readonly problem: { readonly code: string } | null;
  readonly perSecond: number | null;
  readonly secondsLeft: number | null;
}
