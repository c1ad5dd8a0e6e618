/** A daemon's owner, to be killed: starts a daemon with one container, says so, and waits. */
import { startDockerd } from './dockerd';
import { makeUbuntu } from './images';

const dockerd = await startDockerd();
await makeUbuntu(dockerd);
await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
const leader = await dockerd.leader('c1');
process.stdout.write(JSON.stringify({ socket: dockerd.socket, leader }));
setInterval(() => {}, 1000);
