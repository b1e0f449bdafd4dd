import { beforeEach } from 'vitest';
import { picture, type Watched } from '../browser/page.ts';

/**
 * Makes the tests of a file steps of one journey: after one has failed the others are skipped, because they would only repeat it.
 * Keeps a picture of each open page at that moment.
 */
export function inOrder(pages: () => readonly (Watched | undefined)[]): void {
  let failed = false;
  beforeEach((step) => {
    if (failed) step.skip('an earlier step failed');
    step.onTestFailed(async () => {
      failed = true;
      const open = pages().filter((one) => one !== undefined);
      await Promise.all(open.map(({ page }, n) => picture(page, `failed-${n}`)));
    });
  });
}
