import type { AskedQuestion, Outcome } from '@lib/protocol/ask';
import type { FromViewer } from '@lib/protocol/from-viewer';
import type { ViewerSocket } from './seat';

/** Questions of one viewer that may wait for their answers. */
const MAX_ASKED = 8;

/** Answers the questions that one viewer asks, so many at a time. */
export function answeringTo(
  socket: ViewerSocket,
  answer: (question: AskedQuestion) => Promise<Outcome>,
  report: (error: unknown) => void,
): FromViewer['ask'] {
  let asked = 0;
  return ({ host, id, question }) => {
    if (asked >= MAX_ASKED) {
      const message = `${MAX_ASKED} questions are waiting for their answers`;
      socket.emit('answer', { host, id, error: { code: 'busy', message } });
      return;
    }
    asked += 1;
    answer(question)
      .then((outcome) => {
        asked -= 1;
        socket.emit('answer', { host, id, ...outcome });
      })
      .catch(report);
  };
}
