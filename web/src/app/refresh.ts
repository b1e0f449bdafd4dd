import { type QueryKey, useQueryClient } from '@tanstack/react-query';

/**
 * Asks again for what a change has made old, and is done once the page has the answers. A change that waits for it keeps its
 * button busy until the page shows what became of it: nothing old can be clicked a second time.
 */
export function useRefresh(): (...keys: readonly QueryKey[]) => Promise<void> {
  const queries = useQueryClient();
  return async (...keys) => {
    await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })));
  };
}
