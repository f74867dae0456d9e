import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import { configDefaults, defineConfig } from 'vitest/config';
import { recordBundled } from './scripts/bundled.mjs';
import { entriesStandAlone } from './scripts/entries.mjs';

export default defineConfig({
  plugins: [
    sveltekit({
      // Each file lies beside its `.gz` and `.br`, for hosts that send them as they are.
      adapter: adapter({ pages: 'build', strict: true, precompress: true }),
      // The built folder is put on any static host, under any path.
      paths: { relative: true },
      prerender: { entries: ['*', '/en/', '/zh/'] },
      csp: {
        mode: 'hash',
        directives: {
          'default-src': ['self'],
          // WebAssembly has to be compiled; nothing else may be evaluated.
          'script-src': ['self', 'wasm-unsafe-eval'],
          'worker-src': ['self'],
          'style-src': ['self', 'unsafe-inline'],
          'img-src': ['self', 'data:', 'blob:'],
          'connect-src': ['self', 'blob:', 'data:'],
          'object-src': ['none'],
          'base-uri': ['self'],
          'form-action': ['none'],
        },
      },
    }),
    recordBundled(),
    entriesStandAlone('page'),
  ],
  worker: {
    format: 'es',
    plugins: () => [recordBundled(), entriesStandAlone('worker')],
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          // Left alone, this module lands in the WebGL chunk, and the CPU's then fetches all of it
          // (164 kB gzip instead of 85).
          groups: [{ name: 'kernels', test: /tfjs-backend-cpu\/dist\/shared\.js$/ }],
        },
      },
    },
  },
  test: {
    projects: ['unit', 'theory', 'headless', 'browsers'].map((name) => ({
      extends: true as const,
      test: {
        name,
        environment: 'node',
        include: [`tests/${name}/**/*.test.ts`],
        exclude: configDefaults.exclude,
        // Enumerations and long sums on two slow cores; no test may depend on being fast.
        testTimeout: name === 'browsers' ? 600_000 : 120_000,
      },
    })),
  },
});
