/**
 * Ends the browser's search for a title to show as a tooltip: the titles of the picture are names
 * for screen readers, and {@link TipBox} explains to all others.
 */
export function NoNativeTip() {
  return <title />;
}
