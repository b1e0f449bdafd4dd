export { areaCode, formatAreaCode, type Level, levelOf, parentOf, parseAreaCode } from './code.ts';
export { shippedVillages } from './lists.ts';
export type { Area, BranchPlace, NamedSuccession } from './model.ts';
export { resolveVillage, type VillageIndex } from './names/village-index.ts';
export { areas, branchOffices } from './routes.ts';
export {
  areaPlace,
  branchPlace,
  getArea,
  listBranches,
  listProvinces,
  listSuccessions,
  loadAreas,
  loadVillageIndex,
  shippedProvince,
} from './service.ts';
