import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { ApiAdapter, createLogger } from '#http';
import { servePage, showingNothing } from './web-page.ts';

const DOCUMENT = '<!doctype html><title>台账</title>';

describe('the page', () => {
  let folder: string;
  let server: FastifyInstance;
  const get = (url: string, headers = {}) => server.inject({ url, headers });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'taizhang-web-'));
    const adapter = new ApiAdapter(createLogger('silent'), showingNothing(folder));
    adapter.setNotFoundHandler();
    server = adapter.getInstance<FastifyInstance>();
  });
  afterEach(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  describe('as it is built', () => {
    beforeEach(async () => {
      mkdirSync(join(folder, 'assets'));
      writeFileSync(join(folder, 'index.html'), DOCUMENT);
      writeFileSync(join(folder, 'assets', 'index-1a2b.js'), 'plain');
      writeFileSync(join(folder, 'assets', 'index-1a2b.js.br'), 'brotli');
      await servePage(server, folder);
    });

    it.each(['/', '/projects', '/projects/0197-x', '/leaders/7?knownAt=3', '/log', '/compare'])(
      'answers %s with its document, never from a cache that was not asked',
      async (url) => {
        const { statusCode, body, headers } = await get(url);
        expect([statusCode, body]).toEqual([200, DOCUMENT]);
        expect(headers['cache-control']).toBe('no-cache');
        expect(headers['content-type']).toBe('text/html; charset=utf-8');
      },
    );

    it('answers with the document of that page, where there is one', async () => {
      mkdirSync(join(folder, 'pages', 'project'), { recursive: true });
      writeFileSync(join(folder, 'pages', 'project', 'index.html'), `${DOCUMENT}<link rel="modulepreload">`);
      expect((await get('/projects/0197-x')).body).toContain('modulepreload');
      expect((await get('/projects')).body).toBe(DOCUMENT);
    });

    it('runs no script but its own files, asks no other host, and is framed by nobody', async () => {
      const { headers } = await get('/');
      const policy = String(headers['content-security-policy']).split('; ');
      expect(policy).toEqual(
        expect.arrayContaining([
          "default-src 'self'",
          "script-src 'self'",
          "connect-src 'self'",
          "frame-ancestors 'none'",
        ]),
      );
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('same-origin');
    });

    it('keeps its parts for ever, compressed where that is understood', async () => {
      const packed = await get('/assets/index-1a2b.js', { 'accept-encoding': 'gzip, br' });
      expect([packed.body, packed.headers['content-encoding']]).toEqual(['brotli', 'br']);
      expect(packed.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(packed.headers['x-content-type-options']).toBe('nosniff');
      expect((await get('/assets/index-1a2b.js')).body).toBe('plain');
    });

    it.each(['/assets/gone.js', '/assets/../index.html', '/nothing', '/api/nothing', '/projectsx', '/index.html'])(
      'has nothing at %s',
      async (url) => expect((await get(url)).statusCode).toBe(404),
    );
  });

  it('answers a browser that opens what is nothing with the page, which says so; a program, and the API, with the error', async () => {
    writeFileSync(join(folder, 'index.html'), DOCUMENT);
    await servePage(server, folder);
    const html = { accept: 'text/html,application/xhtml+xml' };
    const opened = await get('/nowhere/at-all', html);
    expect([opened.statusCode, opened.body]).toEqual([404, DOCUMENT]);
    expect(opened.headers['content-security-policy']).toContain("default-src 'self'");
    for (const { statusCode, body } of [await get('/nowhere'), await get('/api/nothing', html)]) {
      expect(statusCode).toBe(404);
      expect(body).not.toBe(DOCUMENT);
    }
  });

  it('answers likewise where the address cannot even be read', async () => {
    writeFileSync(join(folder, 'index.html'), DOCUMENT);
    await servePage(server, folder);
    const html = { accept: 'text/html,application/xhtml+xml' };
    const opened = await get('/projects/%E0%A4%A', html);
    expect([opened.statusCode, opened.body]).toEqual([400, DOCUMENT]);
    expect(opened.headers['x-request-id']).toBeDefined();
    for (const answer of [await get('/projects/%E0%A4%A'), await get('/api/projects/%E0%A4%A', html)]) {
      expect(answer.statusCode).toBe(400);
      expect(answer.json()).toMatchObject({ code: 'BadAddress', requestId: answer.headers['x-request-id'] });
    }
  });

  it('says in both languages that it is not built, and where the API is', async () => {
    await servePage(server, folder);
    const { statusCode, body } = await get('/');
    expect(statusCode).toBe(503);
    expect(body).toContain('页面尚未构建');
    expect(body).toContain('The page is not built');
    expect(body).toContain('/api/docs');
  });
});
