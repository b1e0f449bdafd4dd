import { api, type Brings, type Json, type Query, read } from './client.ts';

export const listSeekers = (query: Query<typeof api.seekers.$get>) => read(api.seekers.$get({ query }));
export const recordSeeker = (json: Json<typeof api.seekers.$post>) => read(api.seekers.$post({ json }));
export const endSeeking = (id: string, json: Json<(typeof api.seekers)[':id']['ending']['$post']>) =>
  api.seekers[':id'].ending.$post({ param: { id }, json });
export const takeHolders = (id: string) => read(api.offices.rosters[':id'].holders.$post({ param: { id } }));
export const listClasses = (query: Query<typeof api.memberships.classes.$get>) =>
  read(api.memberships.classes.$get({ query }));
export const listPartnerMembers = (
  id: string,
  query: Query<(typeof api.partners)[':id']['members']['$get']>,
) => read(api.partners[':id'].members.$get({ param: { id }, query }));
export const listPartnerChanges = (
  id: string,
  query: Query<(typeof api.partners)[':id']['changes']['$get']>,
) => read(api.partners[':id'].changes.$get({ param: { id }, query }));
export const listMissing = (id: string) => read(api.partners[':id'].missing.$get({ param: { id } }));
export const recordLeavers = (json: Json<typeof api.memberships.leavings.$post>) =>
  read(api.memberships.leavings.$post({ json }));
export const undoLeaving = (json: Json<typeof api.memberships.leavings.undoing.$post>) =>
  api.memberships.leavings.undoing.$post({ json });
export const listToldDeaths = () => read(api['told-deaths'].$get());
export const getAfterDeath = (id: string) => read(api.people[':id']['after-death'].$get({ param: { id } }));
export const stateComplete = (id: string) => read(api.rosters[':id'].completeness.$put({ param: { id } }));
export const withdrawComplete = (id: string) => api['complete-lists'][':id'].$delete({ param: { id } });
export const recordStays = (
  id: string,
  json: Json<(typeof api)['complete-lists'][':id']['stays']['$post']>,
) => api['complete-lists'][':id'].stays.$post({ param: { id }, json });

export const getAreaSeats = (query: Query<typeof api.offices.$get>) => read(api.offices.$get({ query }));
export const getVillageSeats = (code: string) =>
  read(api.offices.villages[':code'].$get({ param: { code }, query: {} }));
export const stateSeats = (
  code: string,
  json: Json<(typeof api.offices.villages)[':code']['seats']['$put']>,
) => api.offices.villages[':code'].seats.$put({ param: { code }, json });
export const appointHolder = (
  code: string,
  json: Json<(typeof api.offices.villages)[':code']['holders']['$post']>,
) => read(api.offices.villages[':code'].holders.$post({ param: { code }, json }));
export const endHolding = (id: string, json: Json<(typeof api.offices.holdings)[':id']['ending']['$post']>) =>
  api.offices.holdings[':id'].ending.$post({ param: { id }, json });
export const replaceHolder = (
  id: string,
  json: Json<(typeof api.offices.holdings)[':id']['replacement']['$post']>,
) => read(api.offices.holdings[':id'].replacement.$post({ param: { id }, json }));

export const getOtherCover = (
  id: string,
  query: Query<(typeof api.offices.people)[':id']['other-cover']['$get']>,
) => read(api.offices.people[':id']['other-cover'].$get({ param: { id }, query }));

export type ToldDeath = Brings<typeof listToldDeaths>['deaths'][number];
export type MemberClass = Brings<typeof listClasses>['classes'][number];
export type ListedMember = Brings<typeof listPartnerMembers>['members'][number];
export type PaymentState = ListedMember['state'];
export type ListChange = Brings<typeof listPartnerChanges>['changes'][number];
export type PresumedLeavers = Brings<typeof listMissing>;
export type MissingMember = PresumedLeavers['missing'][number];
export type SeekerList = Brings<typeof listSeekers>;
export type JobSeeker = SeekerList['seekers'][number];
export type AreaSeats = Brings<typeof getAreaSeats>;
export type SeatFigures = AreaSeats['total'];
export type VillageSeats = Brings<typeof getVillageSeats>;
export type VillageOffice = VillageSeats['offices'][number];
export type OfficeHolding = VillageOffice['holders'][number];
export type Replaced = Brings<typeof replaceHolder>;
