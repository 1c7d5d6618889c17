/** Prometheus metrics of one API process. Labels are routes of the contract, never ids. */
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    request: new Histogram({
      name: 'lianban_http_request_seconds',
      help: 'Time from the request to the end of its answer',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers: [registry],
    }),
    live: new Gauge({ name: 'lianban_live_subscribers', help: 'Open live connections', registers: [registry] }),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
