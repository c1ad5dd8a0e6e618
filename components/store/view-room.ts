/** How much room a view has on this page, in CSS pixels. */
export function viewRoom(): { width: number; height: number } {
  const { clientWidth, clientHeight } = document.getElementById('view') ?? document.documentElement;
  return { width: clientWidth, height: clientHeight };
}
