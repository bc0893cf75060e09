import { openLedger, ZONE } from './harness.ts';

describe('a log that cannot be reached', () => {
  it('is a 503 that says that trying again is safe, and makes the server not ready', async () => {
    const ledger = await openLedger();
    await ledger.app.parts.store.close();
    const answer = await ledger.post('/api/zones', ZONE, { 'Idempotency-Key': 'later' }).expect(503);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers['retry-after']).toBe('1');
    expect(answer.body).toMatchObject({ code: 'StoreUnavailable', status: 503 });
    const ready = await ledger.get('/health/ready').expect(503);
    expect(ready.body).toMatchObject({
      code: 'NotReady',
      params: { reasons: expect.stringContaining('log:') as string },
    });
    await ledger.get('/health/live').expect(200);
    await ledger.close();
  });
});
