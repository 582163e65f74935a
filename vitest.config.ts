import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Packages whose source maps point to sources that they do not ship are no news.
  logLevel: 'error',
  test: {
    // The lab is no test of vitest's: it needs root and network namespaces (`npm run lab`).
    include: ['__tests__/**/*.test.ts'],
    exclude: ['__tests__/lab/**', '__tests__/fixtures/**', '__tests__/corpus/cases/**'],
    // Real servers and the bundle as a process, on machines with two cores.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // GitHub's parser imports JSON without the attribute that Node asks for; Vite reads it all the same.
    server: { deps: { inline: ['@actions/workflow-parser', '@actions/expressions'] } },
    coverage: {
      include: ['src/**'],
      exclude: ['src/index.ts'],
      // Measured, rounded down; what runs in a process of its own (the bundle, the machines) is not counted.
      thresholds: { statements: 88, branches: 79, functions: 87, lines: 90 }
    }
  }
})
