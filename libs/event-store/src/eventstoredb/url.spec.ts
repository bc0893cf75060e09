import fc from 'fast-check';
import { StoreUnusable } from '../errors.ts';
import { parseServerUrl, serverUrlFault } from './url.ts';

describe('a connection string', () => {
  it('of one node, with TLS unless it says otherwise, on the usual port', () => {
    expect(parseServerUrl('esdb://db.example')).toEqual({
      hosts: [{ address: 'db.example', port: 2113 }],
      discover: false,
      tls: true,
      shown: 'esdb://db.example:2113',
    });
    expect(parseServerUrl('esdb://10.0.0.7:2114/?tls=false')).toMatchObject({
      hosts: [{ address: '10.0.0.7', port: 2114 }],
      tls: false,
    });
  });

  it.each([
    ['esdb+discover://db.example', [2113]],
    ['esdb://127.0.0.1:2111,127.0.0.1:2112,[::1]:2113', [2111, 2112, 2113]],
  ])('of a cluster: %s', (text, ports) => {
    const { discover, hosts } = parseServerUrl(text);
    expect({ discover, ports: hosts.map(({ port }) => port) }).toEqual({ discover: true, ports });
  });

  it('takes user and password percent-encoded, and never shows them', () => {
    const { credentials, shown } = parseServerUrl('esdb://tz%40svc:p%3A%2F%3F%E5%AF%86@db.example:2113?tls=true');
    expect(credentials).toEqual({ username: 'tz@svc', password: 'p:/?密' });
    expect(shown).toBe('esdb://db.example:2113');
  });

  it('names files, a name and the pace of its pings; the case of an option does not matter', () => {
    const text = 'esdb://a?TLSCAFile=%2Fetc%2Fca.pem&userCertFile=u.pem&userKeyFile=u.key&connectionName=tz%201';
    expect(
      parseServerUrl(`${text}&keepAliveInterval=15000&keepalivetimeout=20000&nodePreference=Leader`),
    ).toMatchObject({
      caFile: '/etc/ca.pem',
      userCertFile: 'u.pem',
      userKeyFile: 'u.key',
      connectionName: 'tz 1',
      keepAliveIntervalMs: 15_000,
      keepAliveTimeoutMs: 20_000,
    });
  });

  it('may be one of KurrentDB, and say what has no effect without TLS', () => {
    expect(parseServerUrl('kurrentdb+discover://a,b')).toMatchObject({ discover: true });
    expect(parseServerUrl('esdb://admin:changeit@localhost:2113?tls=false&tlsVerifyCert=false').tls).toBe(false);
  });

  it.each([
    ['http://db.example:2113', /begins with esdb:/],
    ['esdb://', /is its shape/],
    ['esdb://user@db.example', /user:password/],
    ['esdb://us:er:geheim@db.example', /percent-encoded/],
    ['esdb://user:geh%eim@db.example', /percent-encoded/],
    ['esdb://user:geh@eim@db.example', /percent-encoded/],
    ['esdb://user:geh/eim@db.example', /a host is|is its shape/],
    ['esdb://user:geh?eim@db.example', /a host is|unknown/],
    ['esdb://db.example:0', /a port is/],
    ['esdb://db.example:70000', /a port is/],
    ['esdb://db.example:geheim', /a host is/],
    ['esdb://a,,b', /a host is/],
    ['esdb://a?tls=geheim', /option 1 takes true or false/],
    ['esdb://a?tls=true&geheim=1', /option 2 is unknown/],
    ['esdb://a?tls', /option 1 takes a value/],
    ['esdb://a?nodePreference=follower', /takes leader/],
    ['esdb://a?throwOnAppendFailure=false', /takes true/],
    ['esdb://a?keepAliveInterval=5000', /from 10000/],
    ['esdb://a?keepAliveTimeout=-1', /from 10000/],
    ['esdb://a?defaultDeadline=5', /no effect here/],
    ['esdb://a?tlsVerifyCert=false', /tlsCAFile/],
    ['esdb://a?userCertFile=x', /given together/],
    ['esdb://a?__proto__=1', /unknown/],
  ])('is refused with what is wrong, and nothing of it repeated: %s', (text, why) => {
    const fault = serverUrlFault(text);
    expect(fault).toMatch(why);
    expect(fault).not.toMatch(/geh|eim|db\.example/);
    expect(() => parseServerUrl(text)).toThrow(StoreUnusable);
  });

  it('of any text is taken or refused, and what is shown has no password in it', () => {
    const password = 'hunter2';
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const text = `esdb://${before}:${password}@${after}`;
        const fault = serverUrlFault(text);
        expect(fault ?? parseServerUrl(text).shown).not.toContain(password);
      }),
    );
  });
});
