/**
 * What the marks of a small picture are: `solid` and `pale` in the colour of the type, `edge` and `wire` lines in
 * it, `faint` what is there for comparison, `text` and `hand` what is read, `bad` what somebody should know of.
 */
export type SeeRole = 'solid' | 'pale' | 'edge' | 'wire' | 'faint' | 'text' | 'bad' | 'dot';
