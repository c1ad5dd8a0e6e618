import { NAMESPACE_TYPES } from '../../model/namespace-type';
import type { AskErrorCode } from '../../protocol/ask';
import type { RecordingProblem } from '../../recording/parse';
import type { UseWords } from '../../use/words';
import { optionLines } from '../option-lines';
import { figureCommand } from './figure-command';
import { figuresFile } from './figures-file';
import { pageCommand } from './page-command';
import { handout } from './handout';
import { lessonFile } from './lesson-file';
import { noAnswer } from './no-answer';
import { unknownBecause } from './unknown-because';

const types = NAMESPACE_TYPES.join(', ');

/** What every command but `serve` takes. @param width of the column of options, in characters */
const readOptions = (width = 13): string =>
  optionLines(
    [
      [
        '--docker URL',
        'Docker endpoint, e.g. unix:///run/docker.sock; else found as the docker command does',
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

/** What the command line says. */
export const cli = {
  usage: {
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

Shows which containers on this machine share which Linux namespaces, live, at a local address.

Options:
  --port NUMBER           port to listen on; 0 takes a free one (3000)
  --host ADDRESS          address to listen on (127.0.0.1); any other needs --token-file
  --token-file FILE       the access token for other addresses; made (mode 0600) if not there
  --open-to-this-machine  every account of this machine may look; else only yours, root's and that which
                          ran sudo may, and others need the one-time address that is printed for them
  --docker URL            Docker endpoint, e.g. unix:///run/docker.sock; else found as the docker command does
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
  -t, --type TYPE  these types alone: ${types} (can be repeated, or a list with commas)
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
  -t, --type TYPE  of a container's namespaces these types alone: ${types} (can be repeated, or a list)
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
    page: pageCommand.usage(readOptions),
  },
  handout,
  lessonFile,
  figureCommand,
  figuresFile,
  pageCommand,
  notRunning: (name: string) => `nsview use: no container "${name}" runs here`,
  containerNeeded: 'nsview use: name one container (see nsview use --help)',
  use: {
    titles: ['WHAT', 'USED', 'LIMIT', 'LIMIT-OF', 'WHAT-IT-DID'],
    memory: 'memory',
    cpu: 'cpu',
    pids: 'pids',
    disk: 'disk',
    none: 'none',
    unknown: (why) => `? (${unknownBecause(why)})`,
    peak: (used, peak) => `${used}, peak ${peak}`,
    cores: (cores) => `${cores} CPUs`,
    killed: (n) => `killed ${n} ${n === 1 ? 'process' : 'processes'} (out of memory)`,
    throttled: (n, of, seconds) => `held back in ${n} of ${of} periods, ${seconds} in all`,
    refused: (n) => `refused ${n} ${n === 1 ? 'fork' : 'forks'}`,
    moved: (read, written) => `${read} read, ${written} written`,
    perSecond: {
      readBytes: (amount) => `read ${amount}/s`,
      writtenBytes: (amount) => `write ${amount}/s`,
      reads: (amount) => `${amount} reads/s`,
      writes: (amount) => `${amount} writes/s`,
    },
    frozen: 'It is frozen: its processes stand still.',
    machine: (memory, cpus) =>
      `Limits do not hide: its processes are told of ${memory} of memory and ${cpus} CPUs, those of the machine.`,
  } satisfies UseWords,
  wrongLessonAction: (given: string) =>
    `nsview: lesson: got "${given}", expected list, check and files, or print and a lesson (see nsview lesson --help)`,
  lessonNeeded:
    'nsview: lesson: print wants one lesson: the id of one that comes with nsview, or a file (see nsview lesson --help)',
  onlyForPrint: 'nsview: lesson: --lang and --output are for print (see nsview lesson --help)',
  outputPath: 'a file',
  filesNeeded:
    'nsview: lesson: check wants the files of lessons, and nothing else (see nsview lesson --help)',
  lessonNamed: 'the id of a lesson that comes with nsview, or the file of one',
  lessonPath: 'the file of a lesson',
  wrongLesson: 'nsview: --lesson: the lesson has mistakes:',
  pidNeeded: 'nsview: process: name one process by its PID on the host (see nsview process --help)',
  endsNeeded: 'nsview: name two ends: containers, :host or :outside (see nsview reach --help)',
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
    `nsview: there is no command "${name}": serve, snapshot, ls, record, inside, use, process, findings, reach, lesson, figure, page or ask (see --help)`,
  typeList: `one or more of ${types}, with commas`,
  withoutEngine: (why: string) =>
    `nsview: the container engine was not reached, so no containers are shown: ${why}`,
  engineSlow: (endpoint: string) => `${endpoint}: no answer yet`,
  searching: 'nsview: looking for what else holds namespaces: threads, mounts, open files…',
  listening: (url: string) => `nsview: ${url}`,
  turnedAway: (uid: number | null, url: string) =>
    uid === null
      ? `nsview: somebody whose account cannot be told was turned away; this address lets them in, once: ${url}`
      : `nsview: another account of this machine (uid ${uid}) was turned away; this address lets it in, once: ${url}`,
  /** To whom asks for something that they do not get. */
  refused: {
    target: 'This asks for nothing that can be here.',
    host: 'This host name is not allowed here; see --allow-host.',
    origin: 'Requests from other pages are refused.',
    token: 'Open the one-time address that nsview printed when it started.',
    account:
      'nsview was started by another account of this machine, so it shows you nothing without its token: ask who started it for the one-time address that was just printed there, or for --open-to-this-machine.',
    method: 'nsview only reads: GET is all it answers.',
    unknown: 'Not found.',
    failed: 'nsview could not answer this; its log says why.',
    followersHost: 'Only the address that the presenter shows is answered.',
    follow: 'Open the link that the presenter shows, or scan its code: it lets you follow.',
  },
  oneTime: (url: string) => `nsview: open this once to sign in: ${url}`,
  wrongValue: (option: string, value: string, expected: string) =>
    `nsview: ${option}: got "${value}", expected ${expected}`,
  wrongArguments: (reason: string) => `nsview: ${reason} (see --help)`,
  portNumber: 'a number from 0 to 65535',
  hostAndPort: 'NAME:PORT, e.g. course.example:8080',
  dockerUrl: 'a URL such as unix:///run/docker.sock or tcp://127.0.0.1:2375',
  tokenNeeded: (host: string) =>
    `nsview: --host ${host} can be reached from other machines: give --token-file FILE as well`,
  openOrToken:
    'nsview: --open-to-this-machine asks nobody for a token, and --token-file asks everybody: give one of them',
  tokenMode: (file: string) =>
    `nsview: --token-file ${file}: others can read it; make it private: chmod 600 ${file}`,
  tokenText: (file: string) =>
    `nsview: --token-file ${file}: expected 64 hexadecimal digits; delete it and nsview makes a new one`,
  tokenFile: (file: string, reason: string) => `nsview: --token-file ${file}: ${reason}`,
  portTaken: (host: string, port: number) =>
    `nsview: ${host}:${port} is taken by another program; choose another with --port`,
  cannotListen: (host: string, port: number, reason: string) =>
    `nsview: cannot listen on ${host}:${port}: ${reason}`,
  devPackaged: 'nsview: --dev works in a clone alone, where the sources are; see README',
  devAsRoot: 'nsview: development mode answers too much to be run as root; use npm start',
  recordingFile: 'a file made by nsview record',
  openAlone:
    'nsview: --open shows a recording: --docker, --reader and --no-args mean nothing beside it',
  presentAddress:
    'an IP address of this machine, with a port or without: 192.168.1.5 or 192.168.1.5:3001',
  presentInDevelopment: 'nsview: --present is for npm start: development mode answers too much',
  followedAt: (url: string) => `nsview: followers: ${url} (the page shows the link, under Present)`,
  labOfRecording:
    'nsview: --lab runs commands on this machine, and what is shown is a recording: leave one of them out',
  labForAll:
    'nsview: --lab lets whoever may look run commands as you, and --open-to-this-machine lets everybody look: give one of them',
  labReady: 'nsview: the lab is on: the page can run the commands of lessons on this machine',
  labUnavailable: (why: string) => `nsview: the lab cannot be used: ${why}`,
  labLeft: (count: number) =>
    `nsview: lessons have left ${count} ${count === 1 ? 'thing' : 'things'} on this machine; the page offers to remove them`,
  whoMayEnter:
    'nsview: --may-enter is for the reader in a container: give --reader container as well',
  namespaceNeeded:
    'nsview: inside: name one namespace, e.g. pid:4026532183, or one container (see nsview inside --help)',
  noSuchContainer: (name: string) =>
    `nsview: inside: there is no namespace or running container "${name}" (see nsview ls)`,
  questionNeeded: 'nsview: ask: say which question (see nsview ask --help)',
  fieldAndValue: 'FIELD=VALUE, e.g. pids=1,2',
  noAnswer: (code: AskErrorCode, message: string): string => {
    return `nsview: ask: ${noAnswer[code]} (${message})`;
  },
  outputNeeded: 'nsview: record: say where to with -o FILE (see --help)',
  seconds: (most: number) => `a number of seconds up to ${most}`,
  cannotOpen: (file: string, why: string) => `nsview: cannot open ${file}: ${why}`,
  recordingProblem: (problem: RecordingProblem, version: number): string => {
    switch (problem.kind) {
      case 'format':
        return 'it is not a recording made by nsview record';
      case 'version':
        return `it is of format version ${problem.version}, and this nsview reads version ${version}`;
      case 'line':
        return `line ${problem.line}: ${problem.reason}`;
      case 'size':
        return `it has more than ${problem.most}`;
    }
  },
  cutOff: (file: string) =>
    `nsview: ${file} was cut off while it was recorded; what came before is shown`,
  noProc:
    'nsview: this machine has no /proc of Linux to read, so a recording is shown; --open FILE shows another',
  exists: (file: string) => `nsview: ${file} is there already; --force writes over it`,
  cannotWrite: (file: string, why: string) => `nsview: cannot write ${file}: ${why}`,
  recording: (time: string, changes: number, size: string) =>
    `recording ${time} · ${changes} ${changes === 1 ? 'change' : 'changes'} · ${size} · Ctrl-C ends it`,
  recorded: (file: string, time: string, changes: number, size: string) =>
    `nsview: ${file}: ${time}, ${changes} ${changes === 1 ? 'change' : 'changes'}, ${size}`,
  uncaught: (why: string) => `nsview: ended by a fault of its own: ${why}`,
  recordingFailed: (why: string) => `this machine can no longer be read: ${why}`,
};
