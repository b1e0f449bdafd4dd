/** The list with one of its people at another place, counted from 1; a place beyond the ends is the end. */
export function movedTo(list: readonly string[], personId: string, place: number): string[] {
  const others = list.filter((one) => one !== personId);
  if (others.length === list.length) return others;
  const at = Math.max(0, Math.min(others.length, place - 1));
  return [...others.slice(0, at), personId, ...others.slice(at)];
}

/** The list with these people below, those who are on it already left where they are. */
export function withAdded(list: readonly string[], personIds: readonly string[]): string[] {
  return [...new Set([...list, ...personIds])];
}
