import { LOCAL_HOST } from '@lib/model/host';
import { socket } from '../store/connection';

/** Says yes or no to a reader in a container that may go into namespaces as well. */
export function decideEntering(agree: boolean): void {
  socket.emit('enter', { host: LOCAL_HOST, agree });
}
