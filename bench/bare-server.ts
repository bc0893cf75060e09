import fastify from 'fastify';
import { randomUUID } from 'node:crypto';
import { openEmbeddedStore } from '#event-store';
import type { JsonObject } from '#kernel';

// What a POST costs at the least: a route that validates nothing, decides nothing, and appends one event in the same
// group commit as the product's own commands.

const [, , file = ''] = process.argv;
const store = await openEmbeddedStore({ file });
const server = fastify();

server.post('/bare', async (request, reply) => {
  const id = randomUUID();
  const metadata = { commandId: id, actor: { id: 'local', role: 'coordinator' }, source: { kind: 'api' }, schema: 1 };
  const event = { id, type: 'InvestmentReported', data: request.body as JsonObject, metadata };
  const { revision, position } = await store.append(`bare-${id}`, [event], 'none');
  await reply.code(201).send({ revision: String(revision), after: String(position) });
});

process.once('SIGTERM', () => void server.close().then(() => store.close()));
process.stdout.write(`${await server.listen({ host: '127.0.0.1', port: 0 })}\n`);
