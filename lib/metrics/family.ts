/** One number, and what it is the number of. */
export interface Sample {
  labels: Readonly<Record<string, string>>;
  value: number;
}

/** Numbers of one kind, as Prometheus has them: all samples have the same labels, and none are equal. */
export interface Family {
  name: string;
  /** What it tells, in English: it is read beside its name, which is English as well. */
  help: string;
  /** A counter only grows until what is counted begins anew. */
  type: 'gauge' | 'counter';
  samples: readonly Sample[];
}

/** A sample of what may be unknown: then there is none, for 0 would say something else. */
export function known(labels: Sample['labels'], value: number | null): Sample[] {
  return value === null ? [] : [{ labels, value }];
}
