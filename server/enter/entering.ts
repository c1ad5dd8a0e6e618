import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { Question } from '@lib/netlink/message';
import type { Response } from '../proc/calls';
import { errnoOf } from '../proc/read';
import { askKernel, openNetlink } from './ask-kernel';
import { loadCalls, type Calls } from './calls';
import { allUntold, type Errand, type Request, type ThreadData, type Told } from './requests';
import { Visitor, type Door, type Visited } from './visit';

/*
 * The thread that enters namespaces. It is nobody else's, has nothing to do but that, and ends when it
 * cannot come back.
 */

const { procRoot }: ThreadData = workerData;
const calls = loadCalls();
const visitor = calls === null ? null : new Visitor(procRoot, calls);

function run(door: Door, errand: Errand): Told[] {
  if (calls === null || visitor === null) return allUntold(errand, 'ENOSYS');
  const { value, errno } =
    'questions' in errand
      ? ask(calls, visitor, door, errand.questions)
      : visitor.visit(door, () => errand.paths.map(readPath));
  return value ?? allUntold(errand, errno);
}

/** Sockets are opened inside; what is asked through them is asked from outside. */
function ask(
  calls: Calls,
  visitor: Visitor,
  door: Door,
  questions: readonly Question[],
): Visited<Told[]> {
  const protocols = [...new Set(questions.map(({ protocol }) => protocol))];
  const { value: sockets, errno } = visitor.visit(
    door,
    () => new Map(protocols.map((protocol) => [protocol, openNetlink(calls, protocol)])),
  );
  if (sockets === null) return { value: null, errno };
  try {
    const told = questions.map((each) => {
      const socket = sockets.get(each.protocol) ?? { fd: null, errno: 'EBADF' };
      return askKernel(calls, socket, each);
    });
    return { value: told, errno: null };
  } finally {
    for (const { fd } of sockets.values()) if (fd !== null) calls.close(fd);
  }
}

function readPath(path: string): Told {
  try {
    return { bytes: readFileSync(path), errno: null };
  } catch (error) {
    return { bytes: null, errno: errnoOf(error) };
  }
}

parentPort?.on('message', ({ id, door, errand }: Request) => {
  // What is thrown ends the thread: it is lost, or there is a mistake of ours in it.
  const response: Response<Told[]> = { id, value: run(door, errand) };
  parentPort?.postMessage(response);
});
