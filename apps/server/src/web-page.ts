import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ShowNothing } from '#http';
import { ownFolder } from './own-version.ts';

/** Every address of the page, and what shows it, below apps/web/src/pages; the page's own list is apps/web/src/app/routes.tsx. */
const PAGES: Readonly<Record<string, string>> = {
  '/': 'overview/index',
  '/projects': 'ledger/index',
  '/projects/new': 'register/index',
  '/projects/*': 'project/index',
  '/leaders': 'leaders/index',
  '/leaders/*': 'leaders/leader',
  '/reassignments': 'reassignments/index',
  '/reassignments/*': 'reassignments/order',
  '/log': 'log/index',
  '/log/*': 'log/event',
  '/compare': 'compare/index',
  '/compare/*': 'compare/project',
  '/findings': 'findings/index',
  '/findings/*': 'findings/index',
  '/deadlines': 'deadlines/index',
  '/deadlines/*': 'deadlines/index',
  '/targets': 'targets/index',
  '/targets/*': 'targets/index',
};

/** Where Vite puts what it has built. */
const builtFolder = (): string => join(ownFolder(), 'dist', 'web');

/** No page has this name: the document of all is taken. */
const NO_PAGE = '';

const NOT_BUILT =
  '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>台账 Taizhang</title>' +
  '<p>页面尚未构建，请运行 npm run build。接口可以使用：<a href="/api/docs">/api/docs</a></p>' +
  '<p lang="en">The page is not built: run npm run build. The API is there: <a href="/api/docs">/api/docs</a></p></html>\n';

/**
 * Nothing but our own files, no script in the document, nobody may frame it. Styles alone may be written into the page:
 * Ant Design makes them while it runs, and not all of them could carry a nonce (docs/adr/0028).
 */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'self'",
].join('; ');

/** Serves what Vite has built: every address of the page answers its document, the parts of it are kept for ever. */
export async function servePage(instance: FastifyInstance, folder = builtFolder()): Promise<void> {
  const assets = join(folder, 'assets');
  if (existsSync(assets)) {
    await instance.register(fastifyStatic, {
      root: assets,
      prefix: '/assets/',
      index: false,
      decorateReply: false,
      preCompressed: true,
      immutable: true,
      maxAge: '365d',
      setHeaders: (reply) => void reply.header('x-content-type-options', 'nosniff'),
    });
  }
  for (const [url, page] of Object.entries(PAGES)) {
    instance.get(url, (_, reply) => answerDocument(reply, folder, page));
  }
}

/** The page says itself that there is nothing at an address that somebody opens in a browser, unless it is one of the API. */
export function showingNothing(folder = builtFolder()): ShowNothing {
  return (request, reply, status) => (isOpened(request) ? answerDocument(reply, folder, NO_PAGE, status) : undefined);
}

const isOpened = ({ method, url, headers }: FastifyRequest): boolean =>
  method === 'GET' && !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html');

/**
 * The document of a page names the scripts of that page, so that they come with those of the frame; without it the document
 * of all does. Read at every request: it is small, and a build that is made while the server runs is another document.
 */
function answerDocument(reply: FastifyReply, folder: string, page: string, status = 200): FastifyReply {
  const file = [join(folder, 'pages', `${page}.html`), join(folder, 'index.html')].find((path) => existsSync(path));
  return reply
    .code(file ? status : 503)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-cache')
    .header('content-security-policy', POLICY)
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'same-origin')
    .header('cross-origin-opener-policy', 'same-origin')
    .send(file ? readFileSync(file, 'utf8') : NOT_BUILT);
}
