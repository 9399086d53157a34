import { defineConfig } from 'vitest/config';

// Workspace packages resolve to their sources, so that a test never runs against a stale build.
// Not `import`: it would hold for `require` too, in the packages of others. Vite adds the one that fits.
const conditions = ['ducat-source', 'node', 'module', 'default'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ['{packages,examples,tools}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 20_000,
    // Many tests wait: for clocks, browsers and processes of their own.
    maxWorkers: '100%',
  },
});
