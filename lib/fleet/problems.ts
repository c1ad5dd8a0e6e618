/**
 * Why a text has no credentials: too long, a block without its end, one that is there twice, no seed, one that is
 * no user's, a name that no machine may have, a JWT that is none.
 */
export type CredentialsProblem = 'size' | 'cut' | 'twice' | 'none' | 'seed' | 'host' | 'jwt';

/**
 * Why there is no line to a server: nobody answers, somebody else vouches for it, its certificate is for other
 * names or another time, it has none, it does not take the credentials, or something else. And why a line is no
 * use: the bucket was made by something that does not keep machines apart.
 */
export type LineProblem =
  'unreachable' | 'authority' | 'name' | 'date' | 'plain' | 'refused' | 'bucket' | 'other';

/**
 * Why a summary of a machine is not told: it could not be read, nobody listens, these credentials may not write there, or
 * the server did not answer.
 */
export type SummaryTrouble = 'unread' | 'no-bucket' | 'forbidden' | 'silent';

/**
 * Why a fleet's folder is not changed: there is something in it, it has no fleet, what says who is in the fleet is
 * broken, another command is at it; a machine is in the fleet already, or a file of its name is there; it is not.
 */
export type FleetProblem = 'exists' | 'none' | 'broken' | 'busy' | 'taken' | 'file' | 'unknown';
