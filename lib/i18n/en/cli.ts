import { NAMESPACE_TYPES } from '../../model/namespace-type';

const types = NAMESPACE_TYPES.join(', ');

/** What the command line says. */
export const cli = {
  usage: {
    serve: `Usage: nsview [serve] [options]       (or: npm start -- [options])
       nsview snapshot [options]      one snapshot as JSON; see nsview snapshot --help
       nsview ls [options]            a table of namespaces; see nsview ls --help

Shows which containers on this machine share which Linux namespaces, live, at a local address.

Options:
  --port NUMBER           port to listen on; 0 takes a free one (3000)
  --host ADDRESS          address to listen on (127.0.0.1); any other needs --token-file
  --token-file FILE       the access token for other addresses; made (mode 0600) if not there
  --docker URL            Docker endpoint, e.g. unix:///run/docker.sock; else found as the docker command does
  --reader MODE           who reads /proc: direct, container (a container of its own, which may read
                          all), or auto: directly, and the page offers the container (auto)
  --allow-host NAME:PORT  one more name under which the page may be asked for (can be repeated)
  --no-args               leave out the arguments of processes
  --help                  this text
`,
    snapshot: `Usage: nsview snapshot [options]

Looks at this machine once and prints what it saw as JSON: processes, namespaces, containers.

Options:
  --docker URL   Docker endpoint, e.g. unix:///run/docker.sock; else found as the docker command does
  --reader MODE  container: read /proc from a container of its own, which may read all (auto: directly)
  --no-args      leave out the arguments of processes
  --help         this text
`,
    ls: `Usage: nsview ls [options]

Lists the namespaces of this machine as lsns does, with their containers and how these share them.

Options:
  -t, --type TYPE  these types alone: ${types} (can be repeated, or a list with commas)
  --json           as JSON
  --docker URL     Docker endpoint, e.g. unix:///run/docker.sock; else found as the docker command does
  --reader MODE    container: read /proc from a container of its own, which may read all (auto: directly)
  --no-args        leave out the arguments of processes
  --help           this text
`,
  },
  /** Titles of the table of namespaces; those of lsns where it has them. */
  columns: {
    ns: 'NS',
    type: 'TYPE',
    nprocs: 'NPROCS',
    pid: 'PID',
    containers: 'CONTAINERS',
    sharing: 'SHARING',
  },
  unknownCommand: (name: string) =>
    `nsview: there is no command "${name}": serve, snapshot or ls (see --help)`,
  typeList: `one or more of ${types}, with commas`,
  withoutEngine: (why: string) =>
    `nsview: the container engine was not reached, so no containers are shown: ${why}`,
  engineSlow: (endpoint: string) => `${endpoint}: no answer yet`,
  searching: 'nsview: looking for what else holds namespaces: threads, mounts, open files…',
  listening: (url: string) => `nsview: ${url}`,
  oneTime: (url: string) => `nsview: open this once to sign in: ${url}`,
  wrongValue: (option: string, value: string, expected: string) =>
    `nsview: ${option}: got "${value}", expected ${expected}`,
  wrongArguments: (reason: string) => `nsview: ${reason} (see --help)`,
  portNumber: 'a number from 0 to 65535',
  hostAndPort: 'NAME:PORT, e.g. course.example:8080',
  dockerUrl: 'a URL such as unix:///run/docker.sock or tcp://127.0.0.1:2375',
  tokenNeeded: (host: string) =>
    `nsview: --host ${host} can be reached from other machines: give --token-file FILE as well`,
  tokenMode: (file: string) =>
    `nsview: --token-file ${file}: others can read it; make it private: chmod 600 ${file}`,
  tokenText: (file: string) =>
    `nsview: --token-file ${file}: expected 64 hexadecimal digits; delete it and nsview makes a new one`,
  tokenFile: (file: string, reason: string) => `nsview: --token-file ${file}: ${reason}`,
  portTaken: (host: string, port: number) =>
    `nsview: ${host}:${port} is taken by another program; choose another with --port`,
  cannotListen: (host: string, port: number, reason: string) =>
    `nsview: cannot listen on ${host}:${port}: ${reason}`,
  devAsRoot: 'nsview: development mode answers too much to be run as root; use npm start',
};
