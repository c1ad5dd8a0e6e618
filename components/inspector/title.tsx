import type { ReactNode } from 'react';

/** What the inspector is about: its name, and a line about it. */
export function Title({ name, children }: { name: ReactNode; children?: ReactNode }) {
  return (
    <header>
      <h2 className="text-lg font-bold [overflow-wrap:anywhere]">{name}</h2>
      {children !== undefined && (
        <div className="mt-1 text-sm leading-relaxed text-dim [overflow-wrap:anywhere]">
          {children}
        </div>
      )}
    </header>
  );
}
