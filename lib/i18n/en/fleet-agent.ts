import type { SummaryTrouble } from '../../fleet/problems';
import { optionLines } from '../option-lines';

/** What `nsview agent` says. */
export const fleetAgent = {
  /** @param readOptions those of every command that reads this machine, in a column of so many characters */
  usage: (
    readOptions: (width: number) => string,
  ): string => `Usage: nsview agent --to tls://HOST:PORT --creds FILE [options]

Tells the server of a fleet what there is on this machine: a summary of some hundred bytes each 15 s, with counts of
containers, of what they share and of findings. It connects from here, and listens nowhere; it only looks, whoever asks.
Cut off, it sends nothing until the server is back. It runs until Ctrl-C.

Options:
${optionLines(
  [
    ['--to URL', 'the server of the fleet; with commas several, of which any one will do'],
    ['--creds FILE', 'the credentials of this machine, made by nsview fleet add'],
  ],
  17,
)}
${readOptions(17)}
`,
  toNeeded:
    'nsview: --to: say where the server of the fleet is, e.g. --to tls://nats.example:4222 (see --help)',
  credsNeeded:
    'nsview: --creds: say where the credentials of this machine are: a file made by nsview fleet add (see --help)',
  serverUrl: 'tls://HOST or tls://HOST:PORT (4222), or several of these with commas',
  plain: (url: string) =>
    `nsview: --to: got "${url}", expected tls://: without TLS, whoever is on the way can read and change what is told; nats:// is for a server on this very machine, e.g. nats://127.0.0.1:4222`,
  credsFile: (file: string, reason: string) => `nsview: --creds ${file}: ${reason}`,
  credsMode: (file: string) =>
    `nsview: --creds ${file}: others can read it; make it private: chmod 600 ${file}`,
  credsOfHub: (file: string) =>
    `nsview: --creds ${file}: got those of a hub, which are for no machine; expected those that nsview fleet add made for this one`,
  /** @param why a sentence */
  waiting: (why: string) => `${why} It is tried again until it answers.`,
  connected: (host: string, server: string) =>
    `nsview: connected to ${server} as ${host}; Ctrl-C ends it`,
  cutOff: (server: string) => `nsview: cut off from ${server}; nothing is sent until it is back`,
  back: (server: string) => `nsview: connected again, to ${server}`,
  /** @param why in the words of the system */
  trouble: (trouble: SummaryTrouble, why: string): string => {
    switch (trouble) {
      case 'unread':
        return `nsview: this machine could not be read (${why}), so nothing is told of it; it is tried again`;
      case 'no-bucket':
        return `nsview: nobody keeps summaries at the server (${why}): no hub has made the place for them yet; it is tried again`;
      case 'forbidden':
        return `nsview: these credentials may not write the summary of this machine (${why}); it is tried again`;
      case 'silent':
        return `nsview: the server did not answer a summary (${why}); it is tried again`;
    }
  },
  wellAgain: 'nsview: summaries of this machine are taken now',
};
