import { defineConfig } from 'vitest/config';

export default defineConfig(({ mode }) => ({
  test: {
    name: 'e2e',
    root: import.meta.dirname,
    // `npm run screenshots` makes the pictures of the documents, on purpose and not with every run.
    include: [mode === 'screenshots' ? 'documents.test.ts' : 'journeys/*.test.ts'],
    globalSetup: ['global-setup.ts'],
    // Each journey has a server and a browser; side by side they would only wait for each other.
    fileParallelism: false,
    // What a page shows comes when it comes, and sooner on a quiet machine than beside others: as long as for a click.
    expect: { poll: { timeout: 15_000 } },
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
}));
