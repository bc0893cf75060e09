import { leafDigest, leafOf } from './leaf.ts';
import { derivedId, digestOf } from './ids.ts';
import { recorded } from './scenario.ts';

describe('the leaf of the proof', () => {
  const [event] = recorded([{ type: 'ConstructionStarted', data: { on: '2018-05', note: '一期' } }], 'project-1');

  it('has the form it had on the first day', () => {
    expect(leafOf(event!)).toBe(
      '{"data":{"note":"一期","on":"2018-05"},"id":"00000000-0000-4000-8000-000000000001",' +
        '"metadata":{"actor":{"id":"local","role":"coordinator"},"causationId":"00000000-0000-4000-8000-000000000001",' +
        '"commandDigest":"sha256:0","commandId":"00000000-0000-4000-8000-000000000001",' +
        '"correlationId":"00000000-0000-4000-8000-000000000001","filedAt":"2026-11-22T04:00:00.000Z",' +
        '"recordedAt":"2026-11-22T04:00:00.000Z","schema":1,"source":{"kind":"api"}},' +
        '"revision":"0","stream":"project-1","type":"ConstructionStarted"}',
    );
  });

  it('has the digest of its UTF-8 text', () => {
    // echo -n '<the text above>' | sha256sum
    expect(leafDigest(event!)).toBe('sha256:b79aab6c00ea082741b4d32b1a45ea1cd9166adfa567227881d36751a867b3f7');
  });

  it('does not see the order in which keys were written, nor where a store keeps the event', () => {
    const { metadata, ...rest } = event!;
    const shuffled = { position: 17n, metadata: Object.fromEntries(Object.entries(metadata).reverse()), ...rest };
    expect(leafOf(shuffled as never)).toBe(leafOf(event!));
  });
});

describe('ids', () => {
  it('are what they always were', () => {
    expect(derivedId('a', 'bc')).toBe('95763291-ab5d-5663-9a04-56f46325b8b2');
    expect(derivedId('ab', 'c')).not.toBe(derivedId('a', 'bc'));
  });
  it('digest canonical JSON', () => {
    // echo -n '{"a":1,"b":"台账"}' | sha256sum
    expect(digestOf({ b: '台账', a: 1 })).toBe(
      'sha256:be5448d5c3fdb5a9b57ab78ef9428940706d46f9d57561c37a5c867344ab884f',
    );
  });
});
