import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { startTaizhang } from './child.ts';
import { projectId } from './generated-log.ts';
import { Caller } from './http.ts';
import { ledgerOf, ready } from './reads.ts';
import { result, round, type Plan, type Result } from './result.ts';
import { measured, percentile } from './stats.ts';

const PROJECTS = 1_000;
const EVENTS_EACH = 12;
const PASSES = 5;
const EVERY_MS = 100;
/** So many connections are opened at a time. */
const OPENING = 50;
const AIM_MS = 200;
const MIB = 1024 * 1024;

/** (k) From the answer to a command until everybody who follows the feed has its event. */
export async function feed({ quick, folder, say }: Plan): Promise<Result[]> {
  const [readers, commands] = quick ? [100, 20] : [1_000, 100];
  const dataDir = await ledgerOf(folder, PROJECTS, say);
  const server = await startTaizhang(dataDir);
  const caller = new Caller(server.address);
  const crowd = new Crowd();
  try {
    await ready(caller, PROJECTS * EVENTS_EACH);
    say(`(k) ${readers} readers of the feed, a command every ${EVERY_MS} ms`);
    const alone = await resources(server.address);
    await crowd.join(server.address, readers);
    const passes: { p50: number; p99: number }[] = [];
    const began = await resources(server.address);
    const start = performance.now();
    for (let pass = 0; pass < PASSES; pass++) passes.push(await steady(caller, crowd, pass * commands, commands));
    const seconds = (performance.now() - start) / 1000;
    const ended = await resources(server.address);
    const details = {
      'p50 ms': round(measured(passes.map(({ p50 }) => p50)).median),
      'events, each to every reader': PASSES * commands,
      'CPU seconds a second': round((ended.cpuSeconds - began.cpuSeconds) / seconds),
      'resident MiB with the readers': round(ended.residentBytes / MIB, 0),
      'resident MiB before them': round(alone.residentBytes / MIB, 0),
      generator: 'readers and commands in one process; it and the server share the cores named below',
    };
    const what = `answered → received by all of ${readers} readers of the feed, p99`;
    const value = measured(passes.map(({ p99 }) => p99));
    return [result({ id: 'k', what, unit: 'ms', value, aim: { at: '≤', value: AIM_MS }, details })];
  } finally {
    crowd.leave();
    caller.close();
    await server.stop();
  }
}

/** Commands at a steady pace, each waited for by all readers before the next one is due or later. */
async function steady(caller: Caller, crowd: Crowd, from: number, commands: number) {
  const took: number[] = [];
  for (let n = from; n < from + commands; n++) {
    const due = performance.now() + EVERY_MS;
    const heard = crowd.next();
    const body = { name: `跟随基准${randomUUID().slice(0, 8)}` };
    await caller.post(`/api/projects/${projectId((n * 7919) % PROJECTS)}/rename`, body, randomUUID());
    const answered = performance.now();
    took.push(Math.max(0, (await heard) - answered));
    await delay(Math.max(0, due - performance.now()));
  }
  took.sort((a, b) => a - b);
  return { p50: percentile(took, 50), p99: percentile(took, 99) };
}

const DATA = Buffer.from('\ndata: ');

/** Connections that count the events they are sent. */
class Crowd {
  private readonly sockets: Socket[] = [];
  private heard = 0;
  private wanted = Promise.withResolvers<number>();

  async join(address: string, readers: number): Promise<void> {
    const { hostname, port } = new URL(address);
    for (let n = 0; n < readers; n += OPENING) {
      await Promise.all(
        Array.from({ length: Math.min(OPENING, readers - n) }, () => this.open(hostname, Number(port))),
      );
    }
  }

  /** When the last reader has the next event. */
  next(): Promise<number> {
    this.heard = 0;
    this.wanted = Promise.withResolvers();
    return this.wanted.promise;
  }

  leave(): void {
    for (const socket of this.sockets) socket.removeAllListeners('close').destroy();
  }

  private async open(host: string, port: number): Promise<void> {
    const socket = connect(port, host);
    this.sockets.push(socket);
    socket.write(`GET /api/feed HTTP/1.1\r\nHost: ${host}:${port}\r\nAccept: text/event-stream\r\n\r\n`);
    let rest = Buffer.alloc(0);
    socket.on('error', (error) => this.wanted.reject(error));
    socket.once('close', () => this.wanted.reject(new Error('a reader was let go')));
    await once(socket, 'data'); // it is being told what happens from here on
    socket.on('data', (chunk: Buffer) => {
      const bytes = Buffer.concat([rest, chunk]);
      let at = bytes.indexOf(DATA);
      for (; at >= 0; at = bytes.indexOf(DATA, at + 1)) {
        if (++this.heard === this.sockets.length) this.wanted.resolve(performance.now());
      }
      rest = bytes.subarray(Math.max(0, bytes.length - DATA.length + 1));
    });
  }
}

async function resources(address: string): Promise<{ cpuSeconds: number; residentBytes: number }> {
  const text = await (await fetch(`${address}/metrics`)).text();
  const value = (name: string): number => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1]);
  return { cpuSeconds: value('process_cpu_seconds_total'), residentBytes: value('process_resident_memory_bytes') };
}
