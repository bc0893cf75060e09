'use strict';
// Before the first test: TEST_POSTGRES_URL names a server on which tests may make databases, given or private.
const { startPostgres } = require('./test-postgres.cjs');

module.exports = async () => {
  if (process.env.TEST_POSTGRES_URL) return;
  const server = await startPostgres();
  if (server) {
    process.env.TEST_POSTGRES_URL = server.url;
    globalThis.testPostgres = server;
  } else {
    process.stdout.write(
      '没有 PostgreSQL，跳过它的测试 / no PostgreSQL: set TEST_POSTGRES_URL or install a server; its tests are skipped\n',
    );
  }
};
