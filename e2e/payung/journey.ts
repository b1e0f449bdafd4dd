import { beforeEach } from 'vitest';
import { picture, type Watched } from '../browser/page.ts';

/** Keeps a picture of each open page at the moment a test fails. */
export function pictureFailures(pages: () => readonly (Watched | undefined)[]): void {
  beforeEach(({ task, onTestFailed }) => {
    onTestFailed(async () => {
      const open = pages().filter((one) => one !== undefined);
      await Promise.all(
        open.map(({ page }, n) =>
          picture(page, `failed-${task.name.replaceAll(/\W+/g, '-').slice(0, 40)}-${n}`),
        ),
      );
    });
  });
}

/** Makes the tests of a file steps of one journey: after one has failed the others are skipped, because they would only repeat it. */
export function inOrder(): void {
  let failed = false;
  beforeEach((step) => {
    if (failed) step.skip('an earlier step failed');
    step.onTestFailed(() => {
      failed = true;
    });
  });
}
