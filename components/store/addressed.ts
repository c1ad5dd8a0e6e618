/** The query that says what to show: the address's; where it has none, what a page was taken away with. */
export function addressed(): string {
  return window.location.search || (document.documentElement.dataset.begins ?? '');
}
