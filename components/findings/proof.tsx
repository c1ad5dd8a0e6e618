import { ArrowRight } from 'lucide-react';
import { useAllMessages } from '@components/store/messages';
import { CommandLine } from '@components/ui/command-line';
import type { Change, Evidence, Reference } from '@lib/findings/finding';
import { Few } from './few';

/** The commands that show it, each with what it prints. */
export function HowToSee({ of }: { of: readonly Evidence[] }) {
  return (
    <Few of={of}>
      {({ command, value }) => (
        <>
          <CommandLine command={command} />
          <span className="flex min-w-0 items-center gap-2">
            <ArrowRight aria-hidden className="size-4 shrink-0 text-dim" />
            <code className="min-w-0 font-mono whitespace-pre-wrap [overflow-wrap:anywhere]">
              {value}
            </code>
          </span>
        </>
      )}
    </Few>
  );
}

/** What to start it with, or without, or to run. */
export function HowToChange({ of }: { of: readonly Change[] }) {
  const { how: words } = useAllMessages().findings;
  return (
    <Few of={of}>
      {({ how, text }) => (
        <>
          {words[how]}
          <CommandLine command={text} />
        </>
      )}
    </Few>
  );
}

/** Where that is written. */
export function References({ of }: { of: readonly Reference[] }) {
  const { columns } = useAllMessages().findings;
  return (
    <ul aria-label={columns.reference} className="flex flex-wrap gap-x-3 text-[0.857rem] text-dim">
      {of.map(({ title, url }) => (
        <li key={title}>
          <a
            href={url}
            target="_blank"
            rel="noreferrer"
            className="underline decoration-line-strong underline-offset-3 hover:decoration-current"
          >
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}
