export { areaCode, formatAreaCode, type Level, levelOf, parseAreaCode } from './code.ts';
export type { Area, NamedSuccession } from './model.ts';
export { resolveVillage, type VillageIndex } from './names/village-index.ts';
export { areas } from './routes.ts';
export {
  areaPlace,
  getArea,
  listProvinces,
  listSuccessions,
  loadAreas,
  loadVillageIndex,
  shippedProvince,
} from './service.ts';
