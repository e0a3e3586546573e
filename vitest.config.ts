import { defineConfig } from 'vitest/config';

const isContinuousIntegration = process.env['CI'] !== undefined;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/own-cache.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: isContinuousIntegration
      ? ['default', ['json', { outputFile: 'coverage/tests.json' }]]
      : ['default'],
    coverage: { provider: 'v8', include: ['src/**'], reportsDirectory: 'coverage' },
  },
});
