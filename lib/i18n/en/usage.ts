import { NAMESPACE_TYPES } from '../../model/namespace-type';
import { optionLines } from '../option-lines';
import { figureCommand } from './figure-command';
import { fleetAgent } from './fleet-agent';
import { fleetCommand } from './fleet-command';
import { pageCommand } from './page-command';

/** Every type of namespace, as a list. */
export const typeNames = NAMESPACE_TYPES.join(', ');

/** What every command but `serve` takes. @param width of the column of options, in characters */
const readOptions = (width = 13): string =>
  optionLines(
    [
      [
        '--docker URL',
        'Docker endpoint, e.g. unix:///run/docker.sock; else engines are searched for; can be repeated',
      ],
      [
        '--engine URL',
        'the same, containerd:///run/containerd/containerd.sock or cri:///run/crio/crio.sock; can be repeated',
      ],
      [
        '--reader MODE',
        'container: read /proc from a container of its own, which may read all (auto: directly)',
      ],
      [
        '--may-enter',
        'with --reader container: it may enter namespaces as well, which takes CAP_SYS_ADMIN',
      ],
      ['--no-args', 'leave out the arguments of processes'],
      ['--help', 'this text'],
    ],
    width,
  );

/** What `--help` says, by command. */
export const usage = {
  serve: `Usage: nsview [serve] [options]       (or: npm start -- [options])
       nsview snapshot [options]      one snapshot as JSON; see nsview snapshot --help
       nsview ls [options]            a table of namespaces; see nsview ls --help
       nsview record -o FILE          what changes here, for later; see nsview record --help
       nsview inside NAMESPACE        what it isolates; see nsview inside --help
       nsview process PID             what it may do, what it does now; see nsview process --help
       nsview use CONTAINER           what it uses, and what limits that; see nsview use --help
       nsview findings [options]      what should be known of containers; see nsview findings --help
       nsview reach FROM TO           whether one gets through to the other; see nsview reach --help
       nsview ask QUESTION            one detail, read now; see nsview ask --help
       nsview lesson list|check       lessons, and mistakes in one's own; see nsview lesson --help
       nsview figure -o FILE          a view as a picture; see nsview figure --help
       nsview page -o FILE            a page to take away; see nsview page --help
       nsview agent --to URL          tells a fleet of this machine; see nsview agent --help
       nsview fleet init|add|revoke   keys for many machines at once; see nsview fleet --help

Shows which containers on this machine share which Linux namespaces, live, at a local address.

Options:
  --port NUMBER           port to listen on; 0 takes a free one (3000)
  --host ADDRESS          address to listen on (127.0.0.1); any other needs --token-file
  --token-file FILE       the access token for other addresses; made (mode 0600) if not there
  --open-to-this-machine  every account of this machine may look; else only yours, root's and that which
                          ran sudo may, and others need the one-time address that is printed for them
  --docker URL            Docker endpoint, e.g. unix:///run/docker.sock; else engines are searched for (can be repeated)
  --engine URL            the same, containerd:///run/containerd/containerd.sock or cri:///run/crio/crio.sock (can be repeated)
  --reader MODE           who reads /proc: direct, container (a container of its own, which may read
                          all), or auto: directly, and the page offers the container (auto)
  --may-enter             with --reader container: it may enter namespaces as well, which takes CAP_SYS_ADMIN
  --allow-host NAME:PORT  one more name under which the page may be asked for (can be repeated)
  --no-args               leave out the arguments of processes
  --open FILE             show a recording instead of this machine
  --lesson FILE           a lesson of one's own, beside those that come with nsview (lib/lessons/README.md)
  --lab                   the page can run the commands of lessons on this machine; it changes only what it
                          has made (docs/lab.md)
  --present ADDRESS       what is shown here can be followed from phones and laptops at this address of the machine,
                          or ADDRESS:PORT (3001), by whoever has the link that the page shows (docs/presenting.md)
  --help                  this text
  --version               the version of nsview, and nothing else
`,
  snapshot: `Usage: nsview snapshot [options]

Looks at this machine once and prints what it saw as JSON: processes, namespaces, containers.

Options:
${readOptions()}
`,
  ls: `Usage: nsview ls [options]

Lists the namespaces of this machine as lsns does, with their containers and how these share them.

Options:
  -t, --type TYPE  these types alone: ${typeNames} (can be repeated, or a list with commas)
  --json           as JSON
${readOptions(15)}
`,
  record: `Usage: nsview record -o FILE [options]

Records what nsview sees of this machine, until Ctrl-C. nsview --open FILE shows it again, anywhere.

Options:
  -o, --output FILE  where to; a file that is there is left alone
  --force            write over a file that is there
  --for SECONDS      stop by itself after so long
  --inside           record as well what each namespace isolates: addresses, sockets, host names…
  --lesson LESSON    all that --inside records, and the answers to what a lesson asks, so that it can be
                     replayed: the id of one that comes with nsview, or the file of one's own
  --anonymous        replace the names of this machine and of its users (see docs/recording.md)
${readOptions(17)}
`,
  ask: `Usage: nsview ask QUESTION [FIELD=VALUE…] [options]

Asks for one detail of this machine, read now: what GET /api/v1/ask/QUESTION?FIELD=VALUE answers.

Questions:
  usage [pids=1,2]                   state, memory and CPU time of these processes, or of all
  holders [namespace=net:4026532183] what else than processes holds this namespace, or any
  inside namespace=user:4026532183   what this namespace isolates; see nsview inside
  config container=c1                how it was started, as flags of docker run
  process pid=2652                   what this process may do, what it does now; see nsview process
  use container=c1                   what this container uses, and what limits that; see nsview use
  findings [container=c1]            what should be known of containers; see nsview findings
  reach from=c1 to=api port=80       whether one gets through to the other; see nsview reach

Options:
  --json         as JSON; why there is no answer, too
${readOptions()}
`,
  inside: `Usage: nsview inside NAMESPACE|CONTAINER [options]

Tells what a namespace isolates, or each of those that a container is in, read now: of a PID namespace
who ends with it, of a network its devices, routes and listening sockets, of a user namespace its maps, of a time
namespace how far its clocks are ahead.

Options:
  -t, --type TYPE  of a container's namespaces these types alone: ${typeNames} (can be repeated, or a list)
  --json           as JSON
${readOptions(15)}
`,
  process: `Usage: nsview process PID [options]

Tells what a process may do and what it does now, read now: its capabilities by name, those among them that no
container has by default, what seccomp and the security module keep from it, the system call that it is in, its limits.

Options:
  --json         as JSON; why there is no answer, too
${readOptions()}
`,
  use: `Usage: nsview use CONTAINER [options]

Tells what a container uses of memory, CPU, processes, block devices and disk, what it may use at most, which
cgroup has that limit (the strictest counts, also of those above it), and what the limit did: killed, held back,
refused. Limits do not hide anything: the machine's own memory and CPUs are told below, as the container sees them.

Options:
  --json         as JSON
${readOptions()}
`,
  findings: `Usage: nsview findings [options]

Tells what should be known of the containers that run before anyone asks: rights that nobody needs, what of the
host they were given, limits that are missing. Each with how to see it and how to change it; what could not be
decided is told as well. Exit code 1: there is something of the severity of --fail-on, or a worse one, or it
could not be decided whether there is.

Options:
  --container X    of this one alone, by name or id
  --format NAME    table, json, sarif (2.1.0) or markdown (table)
  --fail-on NAME   high, medium or low
${readOptions(15)}
`,
  lesson: `Usage: nsview lesson list [--json]
       nsview lesson check FILE…
       nsview lesson print ID|FILE [--lang LANGUAGE] [-o FILE]

list: the lessons that come with nsview, with their ids and how many steps each has.
check: says of lessons that are written in files (lib/lessons/README.md) what is wrong in them, a line for each
mistake: file, line, step and field, what was expected and what to do. Exit code 1: there are mistakes.
print: a lesson for paper, as an HTML file that a browser prints (A4 or Letter): questions with room to write, commands,
pictures, and the answers on the last pages.
nsview --lesson FILE shows one.

Options:
  --json               the list as JSON, as GET /api/v1/lessons answers it
  --lang LANGUAGE      print: en or zh-CN (that of the shell)
  -o, --output FILE    print: where to; else to the standard output
  --help               this text
`,
  reach: `Usage: nsview reach FROM TO [options]

Tells whether FROM gets through to TO, by what way, and what stops it: worked out from the addresses, routes,
bridges and rules of the firewall as they are now. No packet is sent. What cannot be told for certain is
said to be unknown, and why. FROM and TO are containers, :host or :outside.

Options:
  --port NUMBER    at this port of TO, where somebody has to listen; else at any
  --protocol NAME  tcp or udp (tcp)
  --json           as JSON
${readOptions(15)}
`,
  figure: figureCommand.usage(readOptions),
  fleet: fleetCommand.usage,
  page: pageCommand.usage(readOptions),
  agent: fleetAgent.usage(readOptions),
};
