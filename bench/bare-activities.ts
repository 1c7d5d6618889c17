export const bareActivities = { nothing: async (): Promise<void> => undefined };
