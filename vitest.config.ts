import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // The database server works while a test waits for it: one worker would leave a core idle.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'pure',
          // Nothing in them changes what another file sees: modules are read once, not once a file.
          isolate: false,
          include: [
            '{kernel,law,identity}/src/**/*.test.ts',
            'web/src/**/*.test.{ts,tsx}',
            'checks/**/*.test.ts',
          ],
        },
      },
      {
        test: {
          name: 'server',
          include: ['server/src/**/*.test.ts', 'cli/src/**/*.test.ts'],
          // As above; a file's database and directories are its own, and removed after it.
          isolate: false,
          setupFiles: ['server/src/testing/setup.ts'],
          globalSetup: ['server/src/testing/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
