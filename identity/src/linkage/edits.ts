/**
 * Insertions, deletions, substitutions and exchanges of neighbours that turn one text into the other (optimal string
 * alignment), or `most` + 1 if there are more than `most`. The texts lie in `units`, each from its start to before its end.
 */
export function editsBetween(
  units: Uint16Array,
  startA: number,
  endA: number,
  startB: number,
  endB: number,
  most: number,
): number {
  let fromA = startA;
  let fromB = startB;
  let toA = endA;
  let toB = endB;
  while (fromA < toA && fromB < toB && units[fromA] === units[fromB]) {
    fromA++;
    fromB++;
  }
  while (fromA < toA && fromB < toB && units[toA - 1] === units[toB - 1]) {
    toA--;
    toB--;
  }
  const lengthA = toA - fromA;
  const lengthB = toB - fromB;
  const longer = Math.max(lengthA, lengthB);
  if (Math.abs(lengthA - lengthB) > most) return most + 1;
  if (lengthA === 0 || lengthB === 0 || longer === 1) return Math.min(longer, most + 1);
  if (most === 1) {
    const isExchange =
      lengthA === 2 &&
      lengthB === 2 &&
      units[fromA] === units[fromB + 1] &&
      units[fromA + 1] === units[fromB];
    return isExchange ? 1 : 2;
  }
  if (lengthA <= WORD) return alignmentInBits(units, fromA, lengthA, fromB, lengthB, most);
  if (lengthB <= WORD) return alignmentInBits(units, fromB, lengthB, fromA, lengthA, most);
  return alignment(units, fromA, lengthA, fromB, lengthB, most);
}

/** Places are bits of a number. */
const WORD = 31;
/** For each unit the places where the first text has it. All 0 between two calls. */
const places = new Int32Array(1 << 16);

/** A whole column of the table at once, one bit for each step up or down in it (Hyyrö). */
function alignmentInBits(
  units: Uint16Array,
  fromA: number,
  lengthA: number,
  fromB: number,
  lengthB: number,
  most: number,
): number {
  for (let i = 0; i < lengthA; i++) {
    const unit = units[fromA + i] ?? 0;
    places[unit] = (places[unit] ?? 0) | (1 << i);
  }
  const last = 1 << (lengthA - 1);
  let edits = lengthA;
  let up = -1;
  let down = 0;
  let same = 0;
  let before = 0;
  for (let j = 0; j < lengthB; j++) {
    const here = places[units[fromB + j] ?? 0] ?? 0;
    const exchanged = ((~same & here) << 1) & before;
    same = ((((here & up) + up) | 0) ^ up) | here | down | exchanged;
    const right = down | ~(same | up);
    const left = same & up;
    if ((right & last) !== 0) edits++;
    else if ((left & last) !== 0) edits--;
    // Each unit that is left can take back one edit at most.
    if (edits - (lengthB - 1 - j) > most) {
      edits = most + 1;
      break;
    }
    const shifted = (right << 1) | 1;
    up = (left << 1) | ~(same | shifted);
    down = shifted & same;
    before = here;
  }
  for (let i = 0; i < lengthA; i++) places[units[fromA + i] ?? 0] = 0;
  return Math.min(edits, most + 1);
}

let rows = [new Int32Array(64), new Int32Array(64), new Int32Array(64)] as const;

/** Only cells at most `most` off the diagonal are filled: those beyond are more than `most` anyway. */
function alignment(
  units: Uint16Array,
  fromA: number,
  lengthA: number,
  fromB: number,
  lengthB: number,
  most: number,
): number {
  const width = lengthB + 2;
  if (width > rows[0].length)
    rows = [new Int32Array(width * 2), new Int32Array(width * 2), new Int32Array(width * 2)];
  let [before, last, row] = rows;
  const tooMany = most + 1;
  for (let j = 0; j <= lengthB; j++) last[j] = Math.min(j, tooMany);
  for (let i = 1; i <= lengthA; i++) {
    const from = Math.max(1, i - most);
    const to = Math.min(lengthB, i + most);
    row[from - 1] = from === 1 ? Math.min(i, tooMany) : tooMany;
    let least = row[from - 1] ?? 0;
    const unit = units[fromA + i - 1];
    for (let j = from; j <= to; j++) {
      const other = units[fromB + j - 1];
      let edits = (last[j - 1] ?? 0) + (unit === other ? 0 : 1);
      // Right of the last row's band nothing was filled.
      if (j < i + most) edits = Math.min(edits, (last[j] ?? 0) + 1);
      edits = Math.min(edits, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && unit === units[fromB + j - 2] && units[fromA + i - 2] === other)
        edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
      row[j] = Math.min(edits, tooMany);
      least = Math.min(least, row[j] ?? 0);
    }
    if (least > most) return tooMany;
    [before, last, row] = [last, row, before];
  }
  return last[lengthB] ?? tooMany;
}
