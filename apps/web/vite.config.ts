import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin, type Rolldown } from 'vite';

const root = import.meta.dirname;
const SMALL_BYTES_MAX = 1024;
const LIBRARIES = 'libraries';
/** Chromium then compiles all of a file beside the thread of the page while it comes in, not function by function on it. */
const COMPILED_AT_ONCE = '//# allFunctionsCalledOnLoad';
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

/**
 * Beside the document of all, one for each page, `pages/<page>/index.html`, that names what this page is made of: the browser
 * then loads it together with the frame, not only once the frame runs.
 */
function documents(): Plugin {
  return {
    name: 'documents',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      const chunk = (file: string): Rolldown.OutputChunk | undefined => {
        const part = bundle[file];
        return part?.type === 'chunk' ? part : undefined;
      };
      const html = readFileSync(join(dir, 'index.html'), 'utf8');
      const frame = Object.values(bundle).find((part) => part.type === 'chunk' && part.isEntry) as Rolldown.OutputChunk;
      for (const page of frame.dynamicImports.map(chunk)) {
        const name = relative(join(root, 'src'), page?.facadeModuleId ?? '');
        if (!page || !name.startsWith('pages')) continue;
        const files = new Set<string>();
        const add = (file: string): void => {
          if (files.has(file)) return;
          files.add(file);
          for (const other of [...(chunk(file)?.viteMetadata?.importedCss ?? []), ...(chunk(file)?.imports ?? [])])
            add(other);
        };
        add(page.fileName);
        const links = [...files]
          .filter((file) => !html.includes(`"/${file}"`))
          .map(
            (file) =>
              `<link rel="${file.endsWith('.css') ? 'stylesheet' : 'modulepreload'}" crossorigin href="/${file}">`,
          );
        const place = join(dir, name.replace(/\.tsx$/, '.html'));
        mkdirSync(dirname(place), { recursive: true });
        writeFileSync(place, html.replace('</head>', `  ${links.join('\n    ')}\n  </head>`));
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
      // Whatever the frame takes of libraries is one file: it comes sooner than many small ones.
      output: {
        codeSplitting: { groups: [{ name: LIBRARIES, test: /node_modules/, tags: ['$initial'] }] },
        postBanner: ({ name, isEntry, facadeModuleId }) =>
          isEntry || name === LIBRARIES || facadeModuleId?.endsWith('/index.tsx') ? COMPILED_AT_ONCE : '',
      },
    },
  },
  plugins: [documents(), compress()],
  server: {
    port: 5173,
    strictPort: true,
    proxy: { '/api': 'http://127.0.0.1:3000', '/health': 'http://127.0.0.1:3000' },
  },
});
