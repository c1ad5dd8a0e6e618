/** In the place of what makes files of what is shown (`#take-away`), which takes as much room as three recordings. */
export function TakeAwayButton(): null {
  return null;
}
