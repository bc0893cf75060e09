import { dialects } from '#database/testing';
import { isScope, zonesIn } from './scope.ts';
import { testLedger } from './testing/ledger.ts';

it.each(['all', 'zone:z1', 'county:示例县', 'county:420303', 'city:4203'])('%s is a scope', (text) =>
  expect(isScope(text)).toBe(true),
);
it.each(['', 'zone:', 'city:42', 'city:420303', 'province:42', 'all ', 7, undefined])('%p is none', (text) =>
  expect(isScope(text)).toBe(false),
);

it.each(dialects)('leads to its zones on %s', async (_, fresh) => {
  const ledger = await testLedger(fresh);
  try {
    await ledger.zone('z1', '甲区', '420303');
    await ledger.zone('z2', '乙区', '420304');
    await ledger.zone('z3', '丙区', '示例县');
    await ledger.settled();
    const zones = async (scope: string) => [...((await zonesIn(ledger.views, scope)) ?? ['every one'])].sort();
    expect(await zones('all')).toEqual(['every one']);
    expect(await zones('zone:z2')).toEqual(['z2']);
    expect(await zones('county:示例县')).toEqual(['z3']);
    expect(await zones('city:4203')).toEqual(['z1', 'z2']);
    await expect(zones('city:4201')).rejects.toMatchObject({ status: 404, parts: { code: 'ScopeUnknown' } });
  } finally {
    await ledger.close();
  }
});
