import { useMessages } from '../store/messages';
import { CommandLine } from '../ui/command-line';

/** A `$` that opens the commands which show a fact. */
export function HowButton({
  fact,
  open,
  controls,
  onToggle,
}: {
  fact: string;
  open: boolean;
  /** The id of what it opens. */
  controls: string;
  onToggle: () => void;
}) {
  const messages = useMessages().summary;
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-controls={controls}
      aria-label={messages.howOf(fact)}
      title={messages.how}
      onClick={onToggle}
      className="relative cursor-pointer rounded px-1.5 py-0.5 font-mono text-xs text-dim hover:bg-selected hover:text-text aria-expanded:bg-selected aria-expanded:text-text"
    >
      $
    </button>
  );
}

export function Commands({ commands }: { commands: readonly string[] }) {
  return (
    <div className="flex flex-col gap-1.5 pt-1 pb-2 text-xs">
      {commands.map((command) => (
        <CommandLine key={command} command={command} />
      ))}
    </div>
  );
}
