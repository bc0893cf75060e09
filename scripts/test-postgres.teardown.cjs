'use strict';
// After the last test.
module.exports = async () => {
  await globalThis.testPostgres?.stop();
};
