import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../api.ts';
import type { Form } from '../form/field-schema.ts';

const QUIET_MS = 700;

/** The rules on the form as typed, asked once the typing rests. The last answer stays while the next is on its way. */
export const useCheck = (slug: string, caseId: string | null, form: Form) => {
  const [asked, setAsked] = useState(form);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(form), QUIET_MS);
    return () => clearTimeout(timer);
  }, [form]);
  return useQuery({
    queryKey: ['check', slug, caseId, asked],
    queryFn: () => api.checkForm({ params: { slug }, body: { form: asked, ...(caseId ? { caseId } : {}) } }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
    retry: false,
  });
};
