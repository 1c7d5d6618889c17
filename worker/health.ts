import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { Worker } from '@temporalio/worker';

/** `GET /healthz` answers 200 while every worker of this process polls, else 503: for a container's health check. */
export async function serveHealth(port: number, workers: Worker[]): Promise<Server> {
  const server = createServer((_request, response) => {
    const states = workers.map((worker) => ({ queue: worker.options.taskQueue, state: worker.getState() }));
    const healthy = states.every(({ state }) => state === 'RUNNING');
    response.writeHead(healthy ? 200 : 503, { 'content-type': 'application/json' }).end(JSON.stringify(states));
  }).listen(port);
  await once(server, 'listening');
  server.unref();
  return server;
}
