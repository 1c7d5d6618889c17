import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

export interface Cable {
  port: number;
  /** Ends every connection and takes no new one. */
  cut(): void;
  mend(): void;
  stop(): Promise<void>;
}

/** A TCP line to a server, which a test can cut and mend. */
export async function layCable(host: string, port: number): Promise<Cable> {
  const sockets = new Set<Socket>();
  let whole = true;
  const server = createServer((near) => {
    if (!whole) return void near.destroy();
    const far = connect(port, host);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const end = () => sockets.forEach((socket) => socket.destroy());
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      whole = false;
      end();
    },
    mend: () => void (whole = true),
    stop: () =>
      new Promise((resolve) => {
        end();
        server.close(() => resolve());
      }),
  };
}
