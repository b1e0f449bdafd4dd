export {
  addDays,
  addMonths,
  addYears,
  ageOn,
  type Day,
  day,
  dayFromNumber,
  dayFromParts,
  dayNumber,
  daysBetween,
  daysInMonth,
  parseDay,
  partsOf,
  weekdayOf,
  YEARS,
} from './day.ts';
export { formatCount, formatDay, formatMonth, formatRate, formatRupiah, type Language } from './format.ts';
export { greater, lesser, type Rupiah, rupiah, sum } from './money.ts';
export {
  addMonthsTo,
  firstDay,
  lastDay,
  type Month,
  month,
  monthFromIndex,
  monthIndex,
  monthOf,
  monthsBetween,
  monthsThrough,
  parseMonth,
} from './month.ts';
export { type Fraction, isSmallPortion, portion, productOf, smallPortion } from './portion.ts';
export { percent, percentText, type Rate, type Rounding, share } from './rate.ts';
export { addRatios, divideRatios, multiplyRatios, type Ratio, ratio, ratioOf, roundRatio } from './ratio.ts';
export { type Span, span, spanContains, spansOverlap, spanThrough } from './span.ts';
