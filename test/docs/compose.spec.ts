import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { configFrom } from '../../apps/server/src/config.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = fileURLToPath(new URL('../../docs/how-to/cluster/', import.meta.url));
const text = readFileSync(`${folder}compose.yaml`, 'utf8');
const blanks = readFileSync(`${folder}.env.example`, 'utf8').match(/^\w+=$/gm) ?? [];

/** What Taizhang reads, and the words of the Compose specification that are used here: another one is most likely misspelt. */
const KNOWN = ['HOST', 'PORT', 'DATA_DIR', 'EVENT_STORE', 'DATABASE_URL', 'ROLE', 'LOG_LEVEL'];
const WORDS = [
  ...['build', 'cap_drop', 'command', 'depends_on', 'entrypoint', 'environment', 'healthcheck', 'image', 'init'],
  ...['network_mode', 'networks', 'ports', 'profiles', 'read_only', 'restart', 'shm_size', 'stop_grace_period'],
  ...['user', 'volumes'],
];
const CONDITIONS = ['service_started', 'service_healthy', 'service_completed_successfully'];

interface Service {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly network_mode?: string;
  readonly networks?: readonly string[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
}

interface Stack {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, unknown>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

/** The stack as Compose sees it, with a secret put in for every variable of `.env`. */
function stack(): Stack {
  const filled = text.replaceAll(/\$\{\w+:\?[^}]*\}/g, 'secret');
  return parse(filled, { merge: true }) as Stack;
}

const { services, networks, volumes } = stack();
const named = Object.entries(services);
const sourcesOf = ({ volumes: mounted = [] }: Service): string[] => mounted.map((mount) => mount.split(':')[0] ?? '');
const imagesLike = (part: string): Service[] => Object.values(services).filter(({ image }) => image?.includes(part));
const withRole = (role: string): [string, Service][] =>
  named.filter(([, { environment }]) => environment?.['ROLE'] === role);

describe('the compose file of the cluster', () => {
  it('has three nodes, one PostgreSQL, two api and two projector processes', () => {
    expect(imagesLike('eventstore/eventstore:23.10.')).toHaveLength(3);
    expect(imagesLike('postgres:')).toHaveLength(1);
    expect(withRole('api')).toHaveLength(2);
    expect(withRole('projector')).toHaveLength(2);
  });

  it('names only services, networks and volumes that are there', () => {
    for (const [name, service] of named) {
      expect([name, service.image]).toEqual([name, expect.any(String)]);
      const shared = service.network_mode?.startsWith('service:')
        ? [service.network_mode.slice('service:'.length)]
        : [];
      const others = [...Object.keys(service.depends_on ?? {}), ...shared];
      expect([name, others.filter((other) => !(other in services) || other === name)]).toEqual([name, []]);
      expect([name, (service.networks ?? []).filter((network) => !(network in networks))]).toEqual([name, []]);
      const own = sourcesOf(service).filter((source) => !source.startsWith('.'));
      expect([name, own.filter((volume) => !(volume in volumes))]).toEqual([name, []]);
    }
  });

  it('says it in words that Compose knows', () => {
    const top = Object.keys(parse(text, { merge: true }) as object).filter((key) => !key.startsWith('x-'));
    expect(top).toEqual(['name', 'services', 'networks', 'volumes']);
    for (const [name, service] of named) {
      expect([name, Object.keys(service).filter((key) => !WORDS.includes(key))]).toEqual([name, []]);
      const conditions = Object.values(service.depends_on ?? {}).map(({ condition }) => condition);
      expect([name, conditions.filter((condition) => !CONDITIONS.includes(condition))]).toEqual([name, []]);
    }
  });

  it('is built from what is in a checkout, and runs the program that is built', () => {
    const recipe = readFileSync(`${folder}Dockerfile`, 'utf8');
    const sources = [...recipe.matchAll(/^COPY (.+) \S+$/gm)].flatMap(([, from = '']) => from.split(' '));
    expect(sources).toEqual(expect.arrayContaining(['package.json', 'libs', 'apps']));
    expect(sources.filter((source) => !existsSync(`${root}${source}`))).toEqual([]);
    const [, program = ''] = /"dist\/(.+)\.js"/.exec(recipe) ?? [];
    expect(existsSync(`${root}${program}.ts`)).toBe(true);
    const kept = readFileSync(`${folder}Dockerfile.dockerignore`, 'utf8').match(/^!.+$/gm) ?? [];
    expect(kept.map((line) => line.slice(1))).toEqual(sources);
  });

  it('mounts files that lie beside it, or certificates that are made there', () => {
    const there = readdirSync(folder);
    const files = named.flatMap(([, service]) => sourcesOf(service)).filter((source) => source.startsWith('./'));
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((file) => !file.startsWith('./certificates') && !there.includes(file.slice(2)))).toEqual([]);
  });

  it('gives a service its network in one way, as Compose demands', () => {
    for (const [name, { network_mode: mode, networks: own, ports }] of named) {
      expect([name, mode !== undefined && (own ?? ports) !== undefined]).toEqual([name, false]);
    }
  });

  it('publishes each port of the machine once, and only the gateway', () => {
    const published = named.flatMap(([name, { ports = [] }]) => ports.map((port) => [name, port.split(':')[0]]));
    expect(published).toEqual([['loopback', '443']]);
  });

  it('has a node announce the name that its certificate is made for, and know the two others', () => {
    const nodes = named.filter(([, { image }]) => image?.startsWith('eventstore/eventstore:'));
    const made = readFileSync(`${folder}create-certificates.sh`, 'utf8');
    for (const [name, { environment = {}, volumes: mounted }] of nodes) {
      expect(environment['EVENTSTORE_NODE_HOST_ADVERTISE_AS']).toBe(name);
      expect(environment['EVENTSTORE_REPLICATION_HOST_ADVERTISE_AS']).toBe(name);
      const others = nodes.map(([other]) => `${other}:2113`).filter((other) => other !== `${name}:2113`);
      expect(environment['EVENTSTORE_GOSSIP_SEED']).toBe(others.join(','));
      expect(mounted).toContain(`./certificates/${name}:/certificates/node:ro`);
      expect(made).toMatch(new RegExp(`for node in .*\\b${name}\\b`));
    }
  });
});

describe('what it gives to Taizhang', () => {
  const processes = [...withRole('api'), ...withRole('projector')];

  it.each(processes)('is an environment that %s takes', (_, { environment = {} }) => {
    const given = Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, String(value)]));
    const config = configFrom(given);
    const { eventStore, database } = config.places;
    expect(config.role).toBe(given['ROLE']);
    expect([eventStore, database]).toEqual([given['EVENT_STORE'], given['DATABASE_URL']]);
    expect(Object.keys(given).filter((name) => !KNOWN.includes(name))).toEqual([]);
  });

  it('names every node of the cluster, and the database', () => {
    const [, { environment = {} }] = processes[0] as [string, Service];
    const nodes = named.filter(([, { image }]) => image?.startsWith('eventstore/eventstore:')).map(([name]) => name);
    const { host } = /@(?<host>[^?]+)\?/.exec(String(environment['EVENT_STORE']))?.groups ?? {};
    expect(host).toBe(nodes.map((name) => `${name}:2113`).join(','));
    expect(new URL(String(environment['DATABASE_URL'])).hostname in services).toBe(true);
  });

  it('puts the api processes on one loopback with the gateway, each on a port of its own that the gateway knows', () => {
    const gateway = readFileSync(`${folder}Caddyfile`, 'utf8');
    const ports = withRole('api').map(([, { environment }]) => Number(environment?.['PORT']));
    expect(new Set(ports).size).toBe(ports.length);
    expect(/reverse_proxy(.*)\{/.exec(gateway)?.[1]?.trim().split(' ')).toEqual(
      ports.map((port) => `127.0.0.1:${port}`),
    );
    const modes = [services['gateway'], ...withRole('api').map(([, service]) => service)].map(
      (service) => service?.network_mode,
    );
    expect(new Set(modes)).toEqual(new Set(['service:loopback']));
  });

  it('looks at the health of each process on the port that it listens on', () => {
    for (const [name, { environment = {}, healthcheck }] of processes) {
      const url = `http://127.0.0.1:${environment['PORT'] ?? 3000}/health/ready`;
      expect([name, healthcheck?.test.join(' ')]).toEqual([name, expect.stringContaining(url)]);
    }
  });
});

describe('the secrets', () => {
  it('all have to be set before anything starts, and none is written down', () => {
    const demanded = new Set([...text.matchAll(/\$\{(\w+):\?[^}]+\}/g)].map(([, name]) => name));
    const used = new Set([...text.matchAll(/\$\{?(\w+)/g)].map(([, name]) => name));
    expect(demanded).toEqual(used);
    expect(new Set(blanks.map((line) => line.slice(0, -1)))).toEqual(demanded);
  });

  it('are kept out of the repository', () => {
    expect(readFileSync(`${folder}.gitignore`, 'utf8').split('\n')).toEqual(
      expect.arrayContaining(['.env', 'certificates/']),
    );
  });
});
