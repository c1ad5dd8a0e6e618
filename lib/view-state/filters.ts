/** What leaves things out. A thing that several leave out is counted once, with the first of these. */
export const FILTERS = ['own', 'stopped', 'projects', 'hostProcesses', 'query', 'types'] as const;
export type Filter = (typeof FILTERS)[number];
