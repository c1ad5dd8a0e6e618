import { useId, type ReactNode } from 'react';

interface PanelProps {
  title: string;
  /** What does it: namespaces, a cgroup. */
  by: string;
  icon: ReactNode;
  legend: ReactNode;
  children: ReactNode;
}

/** One of the large parts of the page, under its heading. */
export function Panel({ title, by, icon, legend, children }: PanelProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="@container flex min-w-0 flex-col rounded-xl border border-line bg-surface"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 py-2">
        <span className="text-focus [&>svg]:size-5">{icon}</span>
        <h3 id={id} className="flex items-baseline gap-2 text-lg font-bold">
          {title} <span className="text-sm font-normal text-dim">{by}</span>
        </h3>
        <div className="ml-auto">{legend}</div>
      </div>
      {children}
    </section>
  );
}
