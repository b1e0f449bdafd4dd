import { type Context, read } from '#platform/context';
import { findLatestSearch } from '../store.ts';
import { searchTask } from './find.ts';

/** How far the latest search of an area is, or when it ended. */
export interface LatestSearch {
  readonly searchId: string;
  readonly areaName: string;
  readonly done: number;
  /** Null while not known. */
  readonly total: number | null;
  /** Null while it runs. */
  readonly finishedAt: string | null;
  readonly failed: boolean;
}

/** The latest search of an area in scope; null when none was asked for. @throws Refusal auth.forbidden */
export function latestSearch(ctx: Context): Promise<LatestSearch | null> {
  return read(ctx, 'people.merge', async (tx) => {
    const found = await findLatestSearch(tx, searchTask);
    if (found === undefined) return null;
    return {
      searchId: found.subject_id,
      areaName: found.area_name,
      done: found.done,
      total: found.total,
      finishedAt: found.finished_at,
      failed: found.problem !== null,
    };
  });
}
