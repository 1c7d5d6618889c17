import { createContext, useContext } from 'react';
import type { Finding } from '../../pieces/findings.tsx';
import type { Form } from './field-schema.ts';

export interface FormState {
  /** Whole form as typed now. */
  form: Form;
  /** Server's message at a path, only where the person has been or after pressing submit. */
  errorAt: (path: string) => string | undefined;
  /** Findings tied to exactly this path. */
  findingsAt: (path: string) => Finding[];
  onLeave: (path: string) => void;
}

const Context = createContext<FormState | null>(null);
export const FormStateProvider = Context.Provider;

export const useFormState = (): FormState => {
  const state = useContext(Context);
  if (!state) throw new Error('a form field outside a form');
  return state;
};
