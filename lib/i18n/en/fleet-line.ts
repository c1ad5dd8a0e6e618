import type { CredentialsProblem, LineProblem } from '../../fleet/problems';

const credentials: Record<CredentialsProblem, string> = {
  size: 'it is too long',
  cut: 'a part of it has no end',
  twice: 'a part of it is there twice',
  none: 'it has no key',
  seed: 'its key is not whole',
  host: 'it names a machine that cannot be one of a fleet',
  jwt: 'the signed part of it is not whole',
};

/** What is said of credentials, and of the line to a fleet's server. */
export const fleetLine = {
  credentials: (file: string, problem: CredentialsProblem) =>
    `nsview: --creds ${file}: ${credentials[problem]}; expected a file made by nsview fleet init or nsview fleet add`,
  /** @param why in the words of the system */
  line: (to: string, problem: LineProblem, why: string): string => {
    switch (problem) {
      case 'unreachable':
        return `nsview: nobody answers at ${to} (${why}); is the server running, and may this machine reach it?`;
      case 'authority':
        return `nsview: ${to} is another server than the one that these credentials are for (${why}); nothing was told to it`;
      case 'name':
        return `nsview: the certificate of the server at ${to} is for other names (${why}); use one of these, or make the fleet with --host for this one`;
      case 'date':
        return `nsview: the certificate of the server at ${to} is not for this time (${why}); is the clock of this machine right?`;
      case 'plain':
        return `nsview: the server at ${to} does not encrypt, so nothing was told to it; start it with the nats.conf that nsview fleet init made`;
      case 'refused':
        return `nsview: the server at ${to} does not take these credentials (${why}): they were revoked, or are for another fleet`;
      case 'bucket':
        return `nsview: the server at ${to} has a bucket that nsview did not make, in which machines could write over each other (${why}); remove it: nats stream rm ${why}`;
      case 'other':
        return `nsview: no connection to ${to}: ${why}`;
    }
  },
};
