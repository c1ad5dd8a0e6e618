/** Is nothing to move by itself: a person asked for less motion, or for the moment to be held? */
export function isMotionUnwelcome(): boolean {
  return (
    window.matchMedia('(prefers-reduced-motion: reduce)').matches ||
    document.documentElement.dataset.state === 'frozen'
  );
}
