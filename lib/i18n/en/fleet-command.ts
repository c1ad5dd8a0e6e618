import type { FleetProblem } from '../../fleet/problems';
import { optionLines } from '../option-lines';

/** What `nsview fleet` says. */
export const fleetCommand = {
  usage: `Usage: nsview fleet init --host NAME|ADDRESS… [options]
       nsview fleet add NAME…
       nsview fleet revoke NAME…
       nsview fleet list               what each machine last told; see nsview fleet list --help

Makes what machines need to be shown together: docs/fleet.md says how all of it is put together.
init: makes a folder with the configuration of nats-server, a certificate for it, and credentials for who shows the
fleet. What was made is told, and what comes next.
add: makes credentials for machines, a file for each; a machine may tell of itself with its own, and nothing else. A
server that runs on this machine takes them at once.
revoke: takes the credentials of machines away; the server ends their connections.

Options:
${optionLines(
  [
    [
      '--host NAME',
      'init: a name or an address by which machines reach the server; can be repeated',
    ],
    ['--port NUMBER', 'init: the port of the server (4222)'],
    [
      '--signing',
      'init: credentials are signed, and the server has no list of keys: for thousands',
    ],
    ['--folder DIR', 'where the files are (nsview/fleet in $XDG_CONFIG_HOME, else in ~/.config)'],
    ['--help', 'this text'],
  ],
  13,
)}
`,
  wrongAction: (given: string) =>
    `nsview: fleet: got "${given}", expected init, add, revoke or list (see nsview fleet --help)`,
  hostNeeded:
    'nsview: fleet init: say with --host by which name or address machines reach the server: --host nats.example (can be repeated)',
  address:
    'a name or an IP address, e.g. nats.example or 192.168.1.5, with no scheme and no port (see --port)',
  portNumber: 'a number from 1 to 65535',
  folderPath: 'a folder',
  noNames: (given: string) =>
    `nsview: fleet init: got "${given}", expected options alone: names of machines are for nsview fleet add, and each address of the server is given by a --host of its own`,
  onlyForInit: 'nsview: fleet: --host, --port and --signing are for nsview fleet init',
  namesNeeded: (action: string) =>
    `nsview: fleet ${action}: name the machines, e.g. nsview fleet ${action} vm-01 vm-02`,
  wrongName: (action: string, given: string) =>
    `nsview: fleet ${action}: got "${given}", expected a name of at most 63 lower-case letters, digits and hyphens, and none of these: hub, local`,
  /** @param about the folder, the file or the names that it is about */
  problem: (problem: FleetProblem, about: string): string => {
    switch (problem) {
      case 'exists':
        return `nsview: fleet: there is something in ${about} already; choose another folder with --folder, or go on with nsview fleet add`;
      case 'none':
        return `nsview: fleet: there is no fleet in ${about}; make one with nsview fleet init, or say with --folder where it is`;
      case 'broken':
        return `nsview: fleet: ${about} is not as nsview wrote it; put back what was there`;
      case 'busy':
        return `nsview: fleet: another nsview fleet is changing this; if none runs, delete ${about}`;
      case 'taken':
        return `nsview: fleet: in the fleet already: ${about}; a machine gets new credentials after nsview fleet revoke`;
      case 'file':
        return `nsview: fleet: ${about} is there already, of a machine that is not in the fleet; delete it first`;
      case 'unknown':
        return `nsview: fleet: not in the fleet: ${about}`;
    }
  },
  made: (folder: string, addresses: readonly string[]) =>
    `Made a fleet in ${folder}, whose server is reached as ${addresses.join(', ')}.

  nats.conf   what its server is started with
  hub.creds   for who shows the fleet: lets them see every machine
  hosts/      here come the credentials of machines
  All of these are for you alone: whoever has a copy can do what they are for.
`,
  /** @param conf a word for a shell, as `option` is, which is empty where the folder is the usual one */
  next: (conf: string, option: string) => `Next:
  nats-server -c ${conf}
  nsview fleet add vm-01 vm-02${option}
`,
  added: (host: string, file: string) => `${host}: ${file}`,
  /** @param url where the server is */
  onEach: (url: string) =>
    `On each machine, with its own file: nsview agent --to ${url} --creds FILE`,
  revoked: (host: string) => `${host}: revoked`,
  told: {
    told: 'nsview: the server has been told',
    absent:
      'nsview: no server of this fleet was reached; one that runs elsewhere needs this hosts.conf, and to be told: nats-server --signal reload',
    denied:
      'nsview: the server could not be told, for it belongs to another account: do it with nats-server --signal reload',
  },
};
