/** The words of a line for a shell, each whole where it can be: a browser breaks after dashes, and between a quote and a brace. */
export function ShellWords({ children }: { children: string }) {
  return children.split(/(\s+)/).map((word, index) => (
    <span key={index} className={/^[-"']/.test(word) ? 'inline-block max-w-full' : ''}>
      {word}
    </span>
  ));
}
