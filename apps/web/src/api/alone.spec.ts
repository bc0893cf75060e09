import { oneByOne } from './alone.ts';

const denied = () => ({ request: () => Promise.reject(new DOMException('The request was denied.', 'SecurityError')) });

describe('one work after the other', () => {
  it('is done without a lock where the browser lends none', async () => {
    const done: string[] = [];
    const alone = oneByOne('outbox', denied);
    const work = (name: string) => async (): Promise<void> => {
      done.push(`${name} begins`);
      await Promise.resolve();
      done.push(`${name} ends`);
    };
    await Promise.all([alone(work('a')), alone(work('b'))]);
    expect(done).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('goes on after one that failed, and fails as the work does', async () => {
    const broken = new Error('broken');
    let times = 0;
    const alone = oneByOne('outbox', () => navigator.locks);
    const failing = (): Promise<void> => {
      times++;
      return Promise.reject(broken);
    };
    await expect(alone(failing)).rejects.toBe(broken);
    await expect(oneByOne('outbox', denied)(failing)).rejects.toBe(broken);
    await alone(() => Promise.resolve(void times++));
    expect(times).toBe(3);
  });
});
