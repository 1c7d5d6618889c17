/** Path of the page where a case is worked on: some processes have one of their own. */
export const casePage = (process: string, id: string): string => `${ownPages[process] ?? '/cases'}/${id}`;

const ownPages: Partial<Record<string, string>> = { 'joint-meeting': '/meetings' };
