/** A sentence in which no option of a command line is broken: `--` at the end of a line tells nothing. */
export function WholeOptions({ children }: { children: string }) {
  return children.split(/(--[\w-]+)/).map((part, index) =>
    part.startsWith('--') ? (
      <span key={index} className="whitespace-nowrap">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
