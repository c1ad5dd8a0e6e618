import type { Change, Said } from './said';
import type { ReachQuestion } from './question';

/** What would have to be another way. */
export function changesFor(says: Said, { from, to, port }: ReachQuestion): Change[] {
  const between = from.is === 'container' && to.is === 'container';
  const join: Change[] = between ? [{ code: 'join-network' }] : [];
  switch (says.code) {
    case 'dropped':
    case 'rejected':
    case 'dropped-by-policy': {
      const { code: _code, ...rule } = says;
      return [...join, { code: 'allow', ...rule }];
    }
    case 'no-route':
    case 'no-address':
    case 'nobody-has':
    case 'refused-route':
    case 'elsewhere':
      return join;
    case 'not-forwarding':
      return [...join, { code: 'enable-forwarding' }];
    case 'nobody-listens':
      return [{ code: 'listen', ...(port === null ? {} : { port }) }];
    case 'device-down':
      return [{ code: 'enable-device', device: says.device ?? '' }];
    default:
      return [];
  }
}
