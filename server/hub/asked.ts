import type { AskedQuestion, Outcome } from '@lib/protocol/ask';
import type { FromViewer } from '@lib/protocol/from-viewer';
import type { ViewerSocket } from './seat';

/** Questions of one viewer that may wait for their answers, or with these for the network. */
const MAX_ASKED = 8;

/**
 * Answers the questions that one viewer asks, so many at a time: one is open until its answer has left for the
 * network, so that who asks and does not read has no pile of them here.
 */
export function answeringTo(
  socket: ViewerSocket,
  answer: (question: AskedQuestion) => Promise<Outcome>,
  report: (error: unknown) => void,
): FromViewer['ask'] {
  const { transport } = socket.conn;
  let asked = 0;
  let unsent = 0;
  const sent = () => {
    if (!transport.writable) return;
    asked -= unsent;
    unsent = 0;
  };
  transport.on('ready', sent);
  return ({ host, id, question }) => {
    if (asked >= MAX_ASKED) {
      const message = `${MAX_ASKED} questions are waiting for their answers`;
      socket.emit('answer', { host, id, error: { code: 'busy', message } });
      return;
    }
    asked += 1;
    answer(question)
      .then((outcome) => {
        unsent += 1;
        socket.emit('answer', { host, id, ...outcome });
        sent();
      })
      .catch(report);
  };
}
