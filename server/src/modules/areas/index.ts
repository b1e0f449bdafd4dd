export { areaCode, beyondOf, formatAreaCode, type Level, levelOf, parentOf, parseAreaCode } from './code.ts';
export type { Area, AreaKind, AreaName, NamedSuccession, Succession } from './model.ts';
export { nameKey } from './names/name-key.ts';
export {
  resolveVillage,
  type VillageCandidate,
  type VillageFinding,
  type VillageIndex,
  villageIndex,
  type WrittenPlace,
} from './names/village-index.ts';
export { areas } from './routes.ts';
export {
  type AreaPlace,
  type AreasLoaded,
  areaPlace,
  getArea,
  listAreas,
  listProvinces,
  listSuccessions,
  loadAreas,
  loadVillageIndex,
  shippedProvince,
} from './service.ts';
