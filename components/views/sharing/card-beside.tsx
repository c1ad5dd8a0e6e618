import type { ReactNode } from 'react';

/** Beside the lone host. */
export function CardBeside({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="pointer-events-none absolute inset-0 flex items-center justify-end px-8 py-3">
      <section className="pointer-events-auto max-h-full w-[min(62%,44rem)] overflow-auto rounded-xl border border-line bg-surface p-5">
        <h2 className="text-lg font-semibold not-last:mb-3">{title}</h2>
        {children}
      </section>
    </div>
  );
}
