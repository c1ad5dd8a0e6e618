import { LOCAL_HOST } from '@lib/model/host';
import { line } from '#line';

/** Says yes or no to a reader in a container that may go into namespaces as well. */
export function decideEntering(agree: boolean): void {
  line.emit('enter', { host: LOCAL_HOST, agree });
}
