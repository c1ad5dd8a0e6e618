/** How large each of the small pictures is, in units of its own. */
export const SEE_SIZE = { width: 96, height: 32 } as const;
