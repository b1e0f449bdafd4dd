export {
  type AreaSeats,
  addFigures,
  type BodyFigures,
  type Holding,
  type SeatFigures,
  type VillageSeats,
} from './model.ts';
export { offices } from './routes.ts';
export { vacateWithDeaths } from './service/deaths.ts';
export { appoint, vacate } from './service/hold.ts';
export { previewHolder } from './service/preview.ts';
export { areaSeats, officialsTable, villageSeats } from './service/read.ts';
export { type Replaced, replaceHolder } from './service/replace.ts';
export { stateSeats } from './service/seats.ts';
export { followUndoing, type Taken, takeHolders } from './service/take-from-roster.ts';
