import { CommandLine } from '../ui/command-line';

/** Commands that show a fact, one below the other. */
export function Commands({ commands }: { commands: readonly string[] }) {
  return (
    <div className="flex flex-col gap-1.5 pt-1 pb-2 text-xs">
      {commands.map((command) => (
        <CommandLine key={command} command={command} />
      ))}
    </div>
  );
}
