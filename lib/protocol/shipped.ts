/** The recordings that come with nsview: `public/recordings/<name>.jsonl.gz`. */
export const SHIPPED_RECORDINGS = ['course', 'compose'] as const;
export type ShippedRecording = (typeof SHIPPED_RECORDINGS)[number];
