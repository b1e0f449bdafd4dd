import { resolveVillage, type VillageIndex } from '#areas';
import { subtree } from '#platform/access';
import type { FindVillage } from '../judge/index.ts';

/** Finds the village a row says, first inside an area. @param area code of the area the roster is for */
export function villageFinder(villages: VillageIndex, area: number): FindVillage {
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
