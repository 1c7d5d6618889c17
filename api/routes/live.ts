import type { Askers } from '../asker.ts';
import type { Handlers } from '../call.ts';
import type { Needs } from '../needs.ts';

export function liveRoutes({ live, askers }: Needs & { askers: Askers }): Handlers<'live'> {
  return {
    async live({ asker, request, response }) {
      response.set({
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store, no-transform',
        Connection: 'keep-alive',
        // A reverse proxy must not gather the lines.
        'X-Accel-Buffering': 'no',
      });
      response.flushHeaders();
      if (request.method === 'HEAD') return void response.end();
      // Quiet: an open page is no person at work, the idle time runs on.
      live.subscribe(
        asker,
        response,
        async () => (await askers.signedIn(request.headers, { quiet: true }))?.asker ?? null,
      );
      await new Promise<void>((resolve) => response.once('close', resolve));
    },
  };
}
