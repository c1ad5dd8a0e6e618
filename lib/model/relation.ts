/** Where parent and owner come from: the kernel's own word, or drawn from the process tree. */
export const RELATIONS = ['kernel', 'inferred'] as const;
