import { useEffect } from 'react';
import { routeUrl } from '../../api/contract/client.ts';
import { live } from '../../api/contract/live.ts';
import { queryClient } from './api.ts';

/** Reads again what changed elsewhere. The browser reconnects by itself after a cut; a refused stream is tried again here. */
export const useLive = (signedIn: boolean): void => {
  useEffect(() => {
    if (!signedIn) return;
    let source: EventSource;
    let waiting: ReturnType<typeof setTimeout>;
    let missed = false;
    const open = () => {
      source = new EventSource(routeUrl(live));
      source.addEventListener('ready', () => {
        // Whatever happened while the line was down was not heard.
        if (missed) void queryClient.invalidateQueries();
        missed = false;
      });
      source.addEventListener('case', (event) => {
        const { caseId } = JSON.parse(event.data as string) as { caseId: string };
        void queryClient.invalidateQueries({ queryKey: ['case', caseId] });
        void queryClient.invalidateQueries({ queryKey: ['inbox', 'cases'] });
        void queryClient.invalidateQueries({ queryKey: ['inbox', 'posts'] });
        void queryClient.invalidateQueries({ queryKey: ['fund'] });
      });
      source.addEventListener('inbox', () => void queryClient.invalidateQueries({ queryKey: ['inbox'] }));
      source.addEventListener('error', () => {
        missed = true;
        if (source.readyState === EventSource.CLOSED) waiting = setTimeout(open, 5_000);
      });
    };
    open();
    return () => {
      clearTimeout(waiting);
      source.close();
    };
  }, [signedIn]);
};
