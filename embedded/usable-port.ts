import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port that cannot be listened on; the message says what to do. */
export class UnusablePort extends Error {
  override readonly name = 'UnusablePort';
}

/** Throws `UnusablePort` unless somebody may listen there now. */
export async function usablePort(host: string, port: number): Promise<void> {
  const server = createServer().listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UnusablePort(
      code === 'EADDRINUSE'
        ? `端口 ${port} 已被占用:请先停掉占用它的程序,或换一个端口启动,例如 PORT=${port + 100} npm start\n` +
            `Port ${port} is taken: stop what uses it, or choose another, e.g. PORT=${port + 100} npm start`
        : `不能使用 ${host}:${port}(${code}):请检查设置 HOST 与 PORT · cannot listen there: check HOST and PORT`,
      { cause: error },
    );
  } finally {
    server.close();
  }
}
