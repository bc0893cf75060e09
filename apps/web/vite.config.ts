import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const root = import.meta.dirname;
const SMALL_BYTES_MAX = 1024;
const COMPRESSED = /\.(js|css|svg)$/;

/** Compressed once when it is built, so that the server only picks a file. */
function compress(): Plugin {
  return {
    name: 'compress',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      for (const name of Object.keys(bundle).filter((file) => COMPRESSED.test(file))) {
        const text = readFileSync(join(dir, name));
        if (text.length <= SMALL_BYTES_MAX) continue;
        writeFileSync(join(dir, `${name}.gz`), gzipSync(text, { level: 9 }));
        const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
        writeFileSync(join(dir, `${name}.br`), brotliCompressSync(text, { params }));
      }
    },
  };
}

/** The page, built into `dist/web`; `npm run web` serves the sources beside a server that runs on port 3000. */
export default defineConfig({
  root,
  base: '/',
  clearScreen: false,
  resolve: {
    alias: [{ find: /^#kernel\/(.+)$/, replacement: join(root, '../../libs/kernel/src/$1.ts') }],
  },
  build: {
    outDir: join(root, '../../dist/web'),
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2_000,
    target: 'es2022',
    rolldownOptions: {
      // Libraries mark what may not run on a server; nothing of ours does.
      checks: { moduleLevelDirective: false },
    },
  },
  plugins: [compress()],
  server: {
    port: 5173,
    strictPort: true,
    proxy: { '/api': 'http://127.0.0.1:3000', '/health': 'http://127.0.0.1:3000' },
  },
});
