import type { ReactNode } from 'react';

/** One line under the header. */
export function Line({ tone, children }: { tone: string; children: ReactNode }) {
  return (
    <div
      className={`flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-l-4 border-b-line ${tone} bg-raised px-4 py-2`}
    >
      {children}
    </div>
  );
}
