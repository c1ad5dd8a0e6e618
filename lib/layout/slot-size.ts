/** Distance between two slots of a row, and between two rows. */
export const SLOT_WIDTH = 168;
export const SLOT_HEIGHT = 146;
