/** Accounts by name. */
export type Users = Readonly<Record<string, { readonly password: string; readonly readsAll?: boolean }>>;

/** Who calls: an account, nobody in particular, or everybody where the server is insecure. */
export type Caller = { readonly name: string; readonly readsAll: boolean } | 'anonymous' | 'insecure';

const ADMINISTRATORS = ['admin', 'ops'];

/** By the call's `authorization` header; undefined for a wrong name or password. Without accounts the server is insecure. */
export function authenticate(users: Users | undefined, header: string | undefined): Caller | undefined {
  if (!users) return 'insecure';
  if (header === undefined) return 'anonymous';
  const [scheme, credentials = ''] = header.split(' ');
  const [name = '', ...password] = Buffer.from(credentials, 'base64').toString('utf8').split(':');
  const user = Object.hasOwn(users, name) ? users[name] : undefined;
  if (scheme !== 'Basic' || user?.password !== password.join(':')) return undefined;
  return { name, readsAll: user.readsAll ?? ADMINISTRATORS.includes(name) };
}

/**
 * The default access rights (contract §1.9): everybody who is known may do everything with user streams, administrators
 * with system streams too, and `$r` on `$all` is given by name. Nobody writes to `$all`.
 */
export function may(caller: Caller, action: 'read' | 'write', stream: string): boolean {
  if (caller === 'insecure') return true;
  if (stream === '$all' && action === 'write') return false;
  if (caller === 'anonymous') return false;
  if (ADMINISTRATORS.includes(caller.name)) return true;
  if (stream === '$all') return caller.readsAll;
  const subject = stream.startsWith('$$') ? stream.slice(2) : stream;
  return !subject.startsWith('$');
}
