import { Part } from '../parts/part';
import { useMessages } from '../store/messages';
import { Fetched } from '../ui/fetched';

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

const COMMANDS = new Part(async () => (await import('./commands')).Commands);

/** What the `$` opens. */
export function HowCommands({ commands }: { commands: readonly string[] }) {
  return <Fetched part={COMMANDS}>{(Commands) => <Commands commands={commands} />}</Fetched>;
}
