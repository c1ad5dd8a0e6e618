/**
 * `npm run recordings [NAME…]`: makes the recordings that come with nsview (`lessons`: those of lessons), and those
 * that figures are tested with, on a machine of its own with nothing on it but a Docker daemon. Needs root and a build.
 */
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Host } from '@lib/model/host';
import {
  formatLine,
  recordingHeaderSchema,
  recordingLineSchema,
  type RecordingLine,
} from '@lib/recording/format';
import {
  LESSON_RECORDINGS,
  OFFERED_RECORDINGS,
  SHIPPED_RECORDINGS,
  type LessonRecording,
} from '@lib/protocol/shipped';
import { readRecording } from '../server/source/recording-file';
import { makeUbuntu } from './harness/images';
import { complaintOf, LessonLearner, type Logged } from './harness/lesson-learner';
import { SmallMachine } from './harness/small-machine';
import { DOZEN, runLine } from './harness/topology';
import { until } from './harness/until';

const ROOT = new URL('..', import.meta.url).pathname;

/**
 * Beside the shipped ones, three for the tests of figures: host sharing, a user namespace, stopped ones;
 * networks, with what is in them; and all else that namespaces isolate.
 */
const NAMES = [...OFFERED_RECORDINGS, 'mixed', 'network', 'inside'] as const;
type Name = (typeof NAMES)[number];

function isShipped(name: string): boolean {
  return SHIPPED_RECORDINGS.some((each) => each === name);
}

function isOfLesson(name: string): name is LessonRecording {
  return LESSON_RECORDINGS.some((each) => each === name);
}

function fileOf(name: string): string {
  const folder = isShipped(name) ? 'public/recordings' : 'lib/figure/fixtures';
  return join(ROOT, folder, `${name}.jsonl.gz`);
}

const NOTE =
  'Recorded on a machine made of PID, mount, network, UTS and IPC namespaces, on which nothing ran but ' +
  'a Docker daemon, its containers and the recorder. Nothing was left out but the notice that ' +
  'this is a PID namespace, and the folder of nsview; what was typed was added from the log of the ' +
  'script that typed it (npm run recordings).';

/** What the image lacks, as this machine has it; they come before those of the image. */
const THIS_PROGRAMS =
  '-v /usr:/usr:ro -v /usr/lib:/lib:ro -v /usr/lib64:/lib64:ro -e PATH=/usr/bin:/bin ubuntu';

interface Script {
  /** Is what namespaces isolate recorded as well? */
  inside?: boolean;
  /** Milliseconds between two lines: time enough to see what came of one, and to read inside it. */
  pause: number;
  lines: readonly string[];
}

const SCRIPTS: Record<Name, Script> = {
  course: {
    inside: true,
    pause: 3500,
    lines: [
      'docker run --name c1 -d ubuntu sh -c "sleep 1d"',
      'docker exec c1 ps aux',
      'docker run --name c2 -d ubuntu sh -c "sleep 999d"',
      'docker exec c2 ps aux',
      'docker rm c2 --force',
      'docker run --name c2 --pid=contariner:c1 -d ubuntu sh -c "sleep 999d"',
      'docker run --name c2 --pid=container:c1 -d ubuntu sh -c "sleep 999d"',
      'docker exec c2 ps aux',
      'docker exec c1 ps aux',
    ],
  },
  compose: {
    inside: true,
    pause: 2500,
    lines: [
      ...DOZEN.map(runLine),
      'docker stop --time 0 mailer',
      'docker rm --force debug',
      'docker start mailer',
      'docker pause worker',
      'docker rm --force queue',
      'docker unpause worker',
    ],
  },
  mixed: {
    pause: 700,
    lines: [
      ...['agent', 'dns', 'proxy', 'logs', 'metrics'].map(
        (name) => `docker run -d --name ${name} --net=host ubuntu sleep 1d`,
      ),
      'docker run -d --name monitor --pid=host --ipc=host ubuntu sleep 1d',
      'docker run -d --name vault --security-opt seccomp=unconfined ubuntu unshare -U sleep 1d',
      'docker run -d --name report-generator-for-the-quarter ubuntu sh -c "sleep 1d; : \'<&>\'"',
      'docker run -d --name helper --pid=container:report-generator-for-the-quarter ubuntu sleep 1d',
      'docker run -d --name batch ubuntu sleep 1d',
      'docker create --name later ubuntu sleep 1d',
      'docker stop --time 0 batch',
      'docker pause helper',
    ],
  },
  network: {
    inside: true,
    pause: 700,
    lines: [
      'docker network create -o com.docker.network.bridge.name=br-shop shop',
      'docker network create -o com.docker.network.bridge.name=br-old old',
      'docker run -d --name c1 ubuntu sh -c "sleep 1d; :"',
      'docker run -d --name c2 ubuntu sleep 1d',
      'docker run -d --name vault ubuntu httpd -f -p 8200',
      'docker run -d --name cache --net=shop ubuntu httpd -f -p 6379',
      'docker run -d --name api --net=shop ubuntu httpd -f -p 3000',
      'docker run -d --name web --net=shop -p 8080:80 ubuntu httpd -f -p 80',
      'docker run -d --name web-sidecar --net=container:web ubuntu httpd -f -p 9901',
      'docker run -d --name metrics --net=host ubuntu httpd -f -p 9100',
      'docker run -d --name batch --net=none ubuntu sleep 1d',
      'docker run -d --name shut -p 127.0.0.1:9443:443 ubuntu sleep 1d',
      'docker run -d --name relay ubuntu sleep 1d',
      'docker network connect shop relay',
    ],
  },
  inside: {
    inside: true,
    pause: 2500,
    lines: [
      'docker run -d --name web --hostname web-1 --cgroupns=private -v data:/data ubuntu sleep 1d',
      'docker run -d --name api --ipc=shareable --shm-size=8m -v data:/data ubuntu sleep 1d',
      'docker run -d --name cache --ipc=container:api --pid=container:api ubuntu sleep 999d',
      'docker run -d --name vault --net=none --security-opt seccomp=unconfined ubuntu unshare -U sleep 1d',
      'docker run -d --name agent --net=host --uts=host ubuntu sleep 1d',
      `docker run -d --name late --security-opt seccomp=unconfined ${THIS_PROGRAMS} unshare -U -r -T --fork --boottime 90061 --monotonic 3600 sleep 1d`,
      ...['-M 8192', '-M 1000000', '-S 3', '-Q'].map(
        (kind) => `docker run --rm --ipc=container:api ${THIS_PROGRAMS} ipcmk ${kind}`,
      ),
      'docker exec api sh -c "head -c 3000000 /dev/zero > /dev/shm/part"',
    ],
  },
};

/** Every namespace is read by then. */
const INSIDE_READ = 5000;

/** Types the lines, each after a pause. @returns when each was typed */
async function typeAll(machine: SmallMachine, { lines, pause }: Script): Promise<Logged[]> {
  const log: Logged[] = [];
  for (const line of lines) {
    await delay(pause);
    console.log(`$ ${line}`);
    const time = Date.now();
    const refused = complaintOf(await machine.type(line));
    log.push({ time, typed: line, ...refused });
  }
  await delay(pause);
  return log;
}

/** Here the namespace is the machine: what is outside of it is no part of the story. */
function withoutNotice(line: RecordingLine): RecordingLine {
  const quiet = (host: Host): Host => ({
    ...host,
    notices: host.notices.filter(({ code }) => code !== 'own-pid-namespace'),
  });
  if ('snapshot' in line) {
    return { ...line, snapshot: { ...line.snapshot, host: quiet(line.snapshot.host) } };
  }
  if (!('delta' in line) || line.delta.put.host === undefined) return line;
  const put = { ...line.delta.put, host: quiet(line.delta.put.host) };
  return { ...line, delta: { ...line.delta, put } };
}

/** The text of the recording with what was logged among its lines. */
function withLog(text: string, log: readonly Logged[]): string {
  // Its own helpers are started by their whole path.
  const [first = '', ...rest] = text.replaceAll(join(ROOT, 'dist/'), '').trimEnd().split('\n');
  const header = recordingHeaderSchema.parse(JSON.parse(first));
  const lines = rest.map((line) => withoutNotice(recordingLineSchema.parse(JSON.parse(line))));
  const [begin] = lines;
  if (begin === undefined || !('snapshot' in begin)) throw new Error('no snapshot');
  const started = Date.parse(begin.snapshot.takenAt);
  const added = log.map(({ time, ...line }): RecordingLine => ({ at: time - started, ...line }));
  const all = [...lines, ...added].sort((a, b) => a.at - b.at);
  return formatLine({ ...header, note: NOTE }) + all.map(formatLine).join('');
}

/** Records what is done on a machine. @param flags of `nsview record` */
async function record(
  name: string,
  machine: SmallMachine,
  flags: string,
  act: () => Promise<Logged[]>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'nsv-recording-'));
  try {
    symlinkSync(join(ROOT, 'dist/main.js'), join(folder, 'nsview'));
    const file = join(folder, `${name}.jsonl.gz`);
    const recorder = machine.spawn(
      `cd ${folder} && exec node nsview record --anonymous ${flags} -o ${name}.jsonl.gz`,
    );
    const begun = () => readRecording(file).catch(() => undefined);
    await until('something is recorded', begun, 20_000, 100);
    const log = await act();
    if (flags !== '') await delay(INSIDE_READ);
    await machine.interrupt(recorder);
    const packed = gzipSync(withLog(gunzipSync(readFileSync(file)).toString(), log), { level: 9 });
    writeFileSync(fileOf(name), packed);
    console.log(`${fileOf(name)}: ${packed.length} bytes`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function makeScripted(name: Name): Promise<void> {
  const machine = await SmallMachine.start();
  try {
    await makeUbuntu(machine);
    const { inside = false } = SCRIPTS[name];
    await record(name, machine, inside ? '--inside' : '', () => typeAll(machine, SCRIPTS[name]));
  } finally {
    await machine.close();
  }
}

async function makeLesson(name: LessonRecording): Promise<void> {
  const learner = await LessonLearner.start(name);
  try {
    const flags = `--lesson ${learner.lesson.id}`;
    await record(name, learner.machine, flags, () => learner.doAll());
  } finally {
    await learner.close();
  }
}

const asked = process.argv.slice(2);
for (const name of [...NAMES, ...LESSON_RECORDINGS]) {
  const isMeant = asked.length === 0 || asked.includes(name);
  if (isMeant || (asked.includes('lessons') && isOfLesson(name))) {
    await (isOfLesson(name) ? makeLesson(name) : makeScripted(name));
  }
}
