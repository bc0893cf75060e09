import { Agent, request } from 'node:http';

/** One caller that asks one question after the other over one connection. */
export class Caller {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });
  private readonly address: string;

  constructor(address: string) {
    this.address = address;
  }

  get(path: string): Promise<unknown> {
    return this.ask('GET', path);
  }

  post(path: string, body: object, key: string): Promise<unknown> {
    return this.ask('POST', path, { body: JSON.stringify(body), key });
  }

  close(): void {
    this.agent.destroy();
  }

  /** Throws for every answer but 2xx. */
  private ask(method: 'GET' | 'POST', path: string, sent?: { body: string; key: string }): Promise<unknown> {
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
            const text = Buffer.concat(chunks).toString('utf8');
            if ((answer.statusCode ?? 500) < 300) resolve(JSON.parse(text));
            else reject(new Error(`${method} ${path}: ${answer.statusCode} ${text}`));
          });
        },
      );
      asked.once('error', reject);
      asked.end(sent?.body);
    });
  }
}
