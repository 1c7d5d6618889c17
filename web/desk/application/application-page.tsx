import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api } from '../api.ts';
import { useMe } from '../me.ts';
import { processQuery } from '../queries.ts';
import { PageBones } from '../shell/frame.tsx';
import { TroubleNote } from '../shell/trouble.tsx';
import { ApplicationForm } from './application-form.tsx';
import { readLocalCopy } from './local-copy.ts';

/** A draft, read fresh each time it is opened; what this browser kept and the server lacks comes first. */
export function ApplicationPage() {
  const { id = '' } = useParams();
  const me = useMe();
  const draft = useQuery({
    queryKey: ['draft', id],
    queryFn: () => api.getDraft({ params: { id } }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const process = useQuery({ ...processQuery(draft.data?.process.slug ?? ''), enabled: Boolean(draft.data) });
  const error = draft.error ?? process.error;
  if (error) return <TroubleNote error={error} again={() => Promise.all([draft.refetch(), process.refetch()])} />;
  if (!draft.data || !process.data) return <PageBones />;
  const kept = readLocalCopy(me.id, id);
  const fresher = kept && kept.atMs > Date.parse(draft.data.updatedAt) - 60_000 ? kept.form : null;
  return (
    <ApplicationForm
      key={`${id}:${draft.dataUpdatedAt}`}
      draft={draft.data}
      process={process.data}
      restored={fresher}
      onReload={() => void draft.refetch()}
    />
  );
}
