import { useId, useState, type ReactNode } from 'react';
import { HowCommands, HowButton } from './how';

/** A part of the inspector under a small heading, with the commands that show what it says. */
export function Section({
  title,
  fact = null,
  commands = [],
  children,
}: {
  title: ReactNode;
  /** The title in plain words, where it is more than a text. */
  fact?: string | null;
  commands?: readonly string[];
  children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <section aria-labelledby={`${id}-title`} className="flex flex-col gap-1.5">
      <div className="flex items-center justify-between gap-2">
        <h3
          id={`${id}-title`}
          className="min-w-0 text-xs font-semibold tracking-wider break-words text-dim uppercase"
        >
          {title}
        </h3>
        {commands.length > 0 && (
          <HowButton
            fact={fact ?? String(title)}
            open={open}
            controls={id}
            onToggle={() => setOpen(!open)}
          />
        )}
      </div>
      <div id={id} hidden={!open}>
        {open && <HowCommands commands={commands} />}
      </div>
      {children}
    </section>
  );
}

/** One fact as a row of a `<dl>`, with the command that shows it. */
export function Fact({
  label,
  command = null,
  children,
}: {
  label: string;
  command?: string | null;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="grid grid-cols-[6.5rem_minmax(0,1fr)_auto] items-baseline gap-x-2 border-b border-line py-1.5">
      <dt className="text-dim">{label}</dt>
      <dd className="[overflow-wrap:anywhere]">{children}</dd>
      {command !== null && (
        <dd>
          <HowButton fact={label} open={open} controls={id} onToggle={() => setOpen(!open)} />
        </dd>
      )}
      {command !== null && (
        <dd id={id} hidden={!open} className="col-span-3">
          {open && <HowCommands commands={[command]} />}
        </dd>
      )}
    </div>
  );
}
