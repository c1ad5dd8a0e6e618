/** Who is in a box is written this large. */
export const SAID = 12;
/** From the sides of a box to what is written in it. */
export const BESIDE = 11;
