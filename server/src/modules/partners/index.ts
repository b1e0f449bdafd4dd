export { type BranchPurse, purseOfBranch } from './branch-purse.ts';
export {
  type Agreement,
  bitsOf,
  type Decree,
  type FundKind,
  fundKinds,
  type Group,
  groups,
  memberGroups,
  type Partner,
  type PartnerKind,
  type Programme,
  partnerKinds,
  payerOf,
  programmesOf,
  purseKinds,
  type Segment,
  segments,
  takesMembers,
} from './model.ts';
export { partners } from './routes.ts';
export {
  advanceStage,
  createAgreement,
  getAgreement,
  getAgreementByNumber,
  getAgreementInForce,
  getDecree,
  listAgreements,
  recordDecree,
  stepAgreement,
  takeBackStage,
} from './service.ts';
export { createFund, createPartner, getPartner, listFunds, listPartners } from './service-partners.ts';
