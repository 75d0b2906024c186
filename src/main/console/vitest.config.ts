import { defineConfig } from 'vitest/config'

export default defineConfig({
  esbuild: { jsx: 'automatic' },
  test: {
    environment: 'jsdom',
    globals: true,
    testTimeout: 30_000,
    include: ['src/**/*.test.{ts,tsx}'],
    pool: 'threads',
    poolOptions: { threads: { singleThread: true } },
    isolate: false,
    css: false,
    server: { deps: { inline: [/@patternfly/] } },
    alias: { '@hawtio/react': new URL('./src/fixture/hawtio.ts', import.meta.url).pathname },
  },
})
