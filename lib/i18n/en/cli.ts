import type { AskErrorCode } from '../../protocol/ask';
import type { RecordingProblem } from '../../recording/parse';
import type { UseWords } from '../../use/words';
import { figureCommand } from './figure-command';
import { figuresFile } from './figures-file';
import { fleetAgent } from './fleet-agent';
import { fleetCommand } from './fleet-command';
import { fleetLine } from './fleet-line';
import { fleetList } from './fleet-list';
import { pageCommand } from './page-command';
import { handout } from './handout';
import { lessonFile } from './lesson-file';
import { noAnswer } from './no-answer';
import { unknownBecause } from './unknown-because';
import { typeNames, usage } from './usage';

/** What the command line says. */
export const cli = {
  usage,
  handout,
  lessonFile,
  figureCommand,
  figuresFile,
  fleetAgent,
  fleetCommand,
  fleetLine,
  fleetList,
  pageCommand,
  notRunning: (name: string) => `nsview use: no container "${name}" runs here`,
  useUnknown: (name: string, why: string) =>
    `nsview use: what "${name}" uses is not known: ${unknownBecause(why)}`,
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
    `nsview: there is no command "${name}": serve, snapshot, ls, record, inside, use, process, findings, reach, lesson, figure, page, agent, fleet or ask (see --help)`,
  typeList: `one or more of ${typeNames}, with commas`,
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
  dockerUrl:
    'a URL such as unix:///run/docker.sock or tcp://127.0.0.1:2375 (ports 1 to 65535, no path, no TLS)',
  engineUrl:
    'a URL such as unix:///run/docker.sock, tcp://127.0.0.1:2375 (ports 1 to 65535, no path, no TLS), containerd:///run/containerd/containerd.sock or cri:///run/crio/crio.sock',
  oneSocket: (urls: readonly string[]) =>
    `nsview: --engine: got ${urls.map((url) => `"${url}"`).join(' and ')}, expected one way to ask that socket: give one of them`,
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
    'nsview: --open shows a recording: --docker, --engine, --reader and --no-args mean nothing beside it',
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
        return `it is of format version ${problem.version}, and this nsview reads up to version ${version}: open it with the nsview that made it, or a later one`;
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
  peopleUnread: (why: string) =>
    `--anonymous: whose names are to be replaced is not known, for nsview cannot read /etc/passwd of this machine: ${why}`,
  recordingFailed: (why: string) => `this machine can no longer be read: ${why}`,
};
