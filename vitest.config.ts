import { defineConfig } from 'vitest/config';

// Pure tests need no server and start at once: tests/processes and tests/emails by folder, and anywhere by the ending
// `.unit.test.ts`. Everything else runs in `system`, whose servers start when a test first asks for one.
const pure = ['tests/processes/**/*.test.ts', 'tests/emails/**/*.test.ts', 'tests/**/*.unit.test.ts'];

export default defineConfig({
  test: {
    // Two cores: more workers would only make the servers late.
    maxWorkers: 2,
    projects: [
      { test: { name: 'unit', include: pure } },
      {
        test: {
          name: 'system',
          include: ['tests/**/*.test.ts'],
          exclude: pure,
          globalSetup: 'tests/support/servers.ts',
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
