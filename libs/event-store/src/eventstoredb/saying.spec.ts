import { saying } from './saying.ts';
import { parseServerUrl } from './url.ts';

/** What is shown of what the network said to an account. */
function shown(user: string, password: string, said: string): string {
  const account = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  const line = saying(parseServerUrl(`esdb://${account}@host:2113`), 'Unreachable', new Error(said));
  return line.slice(line.lastIndexOf('(') + 1, -1);
}

describe('what is said of a server', () => {
  it.each([
    ['admin', 'Geheim!7', 'denied to admin: Geheim!7', 'denied to …: …'],
    ['admin', 'Geheim!7', 'administrators only, xGeheim!7x', 'administrators only, x…x'],
    ['a', 'pässwort', 'no answer within a second', 'no answer within a second'],
    ['tz.svc+1', '$&', 'user tz.svc+1 with $&, not tzxsvc+1', 'user … with …, not tzxsvc+1'],
    ['ops-user', 'geheim', 'for ops-user.', 'for ….'],
  ])('hides the password always, and the user %s where it stands alone', (user, password, said, expected) => {
    expect(shown(user, password, said)).toBe(expected);
  });
});
