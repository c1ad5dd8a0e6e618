interface HeadingProps {
  words: readonly [title: string, count: string];
  rowIndex: number;
  /** Where the row stands; null where it stands in the flow. */
  top: number | null;
  height: number;
}

/** The title of the rows below it, and how many these are. */
export function Heading({ words, rowIndex, top, height }: HeadingProps) {
  const [title, count] = words;
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      className="inset-x-0 flex items-end gap-3 px-2 pb-1"
      style={{ height, ...(top === null ? {} : { position: 'absolute', top }) }}
    >
      <span role="rowheader" className="truncate text-sm font-semibold">
        {title}
      </span>
      <span role="gridcell" className="shrink-0 text-xs text-dim">
        {count}
      </span>
    </div>
  );
}
