import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import pino from 'pino';
import type { Lesson } from '@lib/lessons/lesson';
import { SHIPPED_RECORDINGS } from '@lib/protocol/shipped';
import { printable } from '@lib/table/printable';
import type { ServeConfig } from '../config/serve';
import { UsageError } from '../usage-error';
import { liveShow, recordedShow, shippedFile, Shows, type Show } from '../hub/show';
import { createSockets } from '../hub/sockets';
import { createHttpServer } from '../http/server';
import type { MakePages } from '../pages/pages';
import { createOwnerOf } from '../proc/connection-owner';
import { Lessons } from '../lessons/lessons';
import { allowedHosts } from '../security/doors';
import { Accounts } from '../security/accounts';
import { Gate, loadToken, newToken } from '../security/token';
import { labLines, labOver } from './lab';
import { listen } from './listen';
import { openRecording } from './open-recording';
import { ROOT } from '../root';
import { machineKnown } from './look';
import { presentingOf } from './present';
import { thisMachine } from './this-machine';

const RECORDINGS = join(ROOT, 'public/recordings');

/** Milliseconds that an orderly end may take before it is cut short. */
const GRACE = 700;

// To standard error, as lines of JSON; a message and a code, never a stack trace.
const log = pino(
  {
    base: null,
    serializers: { err: (error: Error) => ({ message: error.message, name: error.name }) },
    redact: ['req.headers.authorization', 'req.headers.cookie'],
  },
  pino.destination(2),
);
const report = (error: unknown) => {
  log.error({ err: error instanceof Error ? error : new Error(String(error)) });
};

/** `nsview serve`: the page and the API, until a signal ends it. @throws UsageError */
export async function serve(config: ServeConfig, makePages: MakePages): Promise<void> {
  const { cli } = config.messages;
  if (config.dev && process.getuid?.() === 0) throw new UsageError(cli.devAsRoot);
  const token = config.tokenFile === null ? null : loadToken(config.tokenFile, config.messages);
  const lessons = new Lessons(await ownLesson(config));
  const accounts = accountsFor(config);
  const main = await mainShow(config);
  const lab = config.lab ? labOver(main, config) : null;
  const shows = new Shows(main, RECORDINGS, report);
  const pages = await makePages(config);
  const presenting =
    config.present === null ? null : presentingOf(config.present, shows, lessons, pages, report);
  const presentation = presenting?.presentation ?? null;
  const sockets = createSockets(shows, report, presentation);
  const allowed = new Set<string>();
  let gate: Gate | null = null;
  const { server, close } = createHttpServer({
    show: main,
    lessons,
    lab,
    presentation,
    pages,
    handleSocket: sockets.handleUpgrade,
    allowed,
    gate: () => gate,
    dev: config.dev,
    report,
  });

  const stop = () => {
    setTimeout(() => process.exit(0), GRACE).unref();
    close();
    Promise.all([
      ...[lab?.stop(), presenting?.close(), sockets.close()],
      ...[main.close(), pages.close()],
    ]).then(
      () => process.exit(0),
      (error: unknown) => {
        report(error);
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);

  const { port, url } = await listen(server, config, config.messages);
  for (const name of allowedHosts(config.host, port, config.allowedHosts)) allowed.add(name);
  // Before it is printed that the page is there, which then has the link to follow.
  const followed = await presenting?.listen(config.messages);
  print(cli.listening(url));
  if (followed !== undefined) print(cli.followedAt(followed));
  if (!config.openToThisMachine && (token !== null || !isShipped(main))) {
    gate = new Gate(token ?? newToken(), `nsview-${port}`, accounts, {
      ticket: (query) => print(cli.oneTime(`${url}/${query}`)),
      turnedAway: (uid, query) => print(cli.turnedAway(uid, `${url}/${query}`)),
    });
  }
  if (lab !== null) for (const line of await labLines(lab, config.messages)) print(line);
}

/** Is it what every copy of nsview has, and so nobody's secret? */
function isShipped({ recording }: Show): boolean {
  return recording !== null && recording.about.name !== null;
}

/** Who on this machine needs no token: with a token of its own everybody needs that. */
function accountsFor({ tokenFile, sudoUid }: ServeConfig): Accounts | null {
  const ownerOf = tokenFile === null ? createOwnerOf() : null;
  if (ownerOf === null) return null;
  const uids = [0, process.getuid?.(), sudoUid].filter((uid) => typeof uid === 'number');
  return new Accounts(new Set(uids), ownerOf);
}

/** The lesson in the file that was named, if one was. @throws UsageError with a line for each mistake in it */
async function ownLesson({ lesson, messages }: ServeConfig): Promise<Lesson | null> {
  if (lesson === null) return null;
  // Few name one, and what reads it takes a moment to load.
  const { lessonIn } = await import('./lesson-named');
  return lessonIn(lesson, messages);
}

/**
 * What is shown to all: the file that was named, else this machine; on one without the kernel's
 * /proc, what a reader in a container sees, if that was asked for, else the first of the recordings that come with nsview.
 */
async function mainShow(config: ServeConfig): Promise<Show> {
  const { cli, recordings } = config.messages;
  const hasProc = existsSync('/proc/loadavg');
  if (config.open === null && (hasProc || config.reader === 'container')) {
    const source = thisMachine(config);
    // The containers of Docker Desktop have a /proc where this machine has none.
    if (!hasProc) await machineKnown(source, config);
    return liveShow(source, report);
  }
  const name = config.open === null ? SHIPPED_RECORDINGS[0] : null;
  if (name !== null) process.stderr.write(`${cli.noProc}\n`);
  const path = config.open ?? shippedFile(RECORDINGS, SHIPPED_RECORDINGS[0]);
  const recording = await openRecording(path, config);
  if (!recording.complete) process.stderr.write(`${cli.cutOff(printable(path))}\n`);
  const title = name === null ? basename(path) : recordings.titles[name];
  return recordedShow(recording, { name, title, live: false }, report);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
