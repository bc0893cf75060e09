import { Agent, request } from 'node:http';

/** One caller that asks one question after the other over one connection. */
export class Caller {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });
  private readonly address: string;

  constructor(address: string) {
    this.address = address;
  }

  async get(path: string): Promise<unknown> {
    return parsed(await this.ask('GET', path));
  }

  /** The answer as it came, up to its last byte: what a caller makes of it is none of the server's time. */
  bytes(path: string): Promise<Buffer> {
    return this.ask('GET', path);
  }

  async post(path: string, body: object, key: string): Promise<unknown> {
    return parsed(await this.ask('POST', path, { body: JSON.stringify(body), key }));
  }

  close(): void {
    this.agent.destroy();
  }

  /** Throws for every answer but 2xx. */
  private ask(method: 'GET' | 'POST', path: string, sent?: { body: string; key: string }): Promise<Buffer> {
    const headers = sent && { 'content-type': 'application/json', 'idempotency-key': sent.key };
    return new Promise((resolve, reject) => {
      const asked = request(
        this.address + path,
        { method, agent: this.agent, ...(headers && { headers }) },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.once('error', reject);
          answer.once('end', () => {
            const bytes = Buffer.concat(chunks);
            if ((answer.statusCode ?? 500) < 300) resolve(bytes);
            else reject(new Error(`${method} ${path}: ${answer.statusCode} ${bytes.toString('utf8')}`));
          });
        },
      );
      asked.once('error', reject);
      asked.end(sent?.body);
    });
  }
}

const parsed = (bytes: Buffer): unknown => JSON.parse(bytes.toString('utf8'));
