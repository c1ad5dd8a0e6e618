/** Whose page it is where something is presented: `presenter` or `follower`. Undefined: nothing is. */
export const role =
  typeof document === 'undefined' ? undefined : document.documentElement.dataset.role;
