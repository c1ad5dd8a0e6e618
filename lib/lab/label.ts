/**
 * What the lab makes carries this label, with the id of the lesson that it was made for. Whoever makes something with it
 * by hand says the same.
 */
export const LABEL = 'nsview.lesson';

/** In the place of a lesson's id: it is there for all of them. */
export const FOR_ALL = 'lab';
