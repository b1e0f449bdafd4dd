import { resolveVillage, type VillageIndex } from '#areas';
import { subtree } from '#platform/access';
import type { FindVillage } from '../judge/index.ts';

/** Places remembered: a list says the same few thousand again and again. */
const mostPlaces = 20_000;

/** Finds the village a row says, first inside an area. @param area code of the area the roster is for */
export function villageFinder(villages: VillageIndex, area: number): FindVillage {
  const find = uncachedFinder(villages, area);
  const known = new Map<string, ReturnType<FindVillage>>();
  return (place) => {
    const key = `${place.village}\n${place.district ?? ''}\n${place.regency ?? ''}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const reading = find(place);
    if (known.size >= mostPlaces) known.clear();
    known.set(key, reading);
    return reading;
  };
}

function uncachedFinder(villages: VillageIndex, area: number): FindVillage {
  const within = [subtree(area)];
  return (place) => {
    const finding = resolveVillage(villages, place, within);
    if (finding.found === 'one') return { kind: 'found', code: finding.village.code };
    if (finding.found === 'several') {
      return {
        kind: 'ambiguous',
        candidates: finding.candidates.map(({ name, district }) => `${name} (${district})`),
      };
    }
    // A village of that name outside the agreement's area is found, and refused for being outside.
    const [elsewhere] = finding.elsewhere;
    if (elsewhere !== undefined && finding.nearest.length === 0)
      return { kind: 'found', code: elsewhere.code };
    return {
      kind: 'unknown',
      nearest: finding.nearest.map(({ name, district }) => `${name} (${district})`),
    };
  };
}
