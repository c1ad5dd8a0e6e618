import { readPrivileges } from '../privileges';
import { ProcRoot } from '../read';

/* `read-privileges PID STARTTICKS`: what the reader tells of a process, to whoever runs this. */

const [pid, startTicks = ''] = process.argv.slice(2);
const told = readPrivileges(new ProcRoot('/proc'), { pid: Number(pid), startTicks });
process.stdout.write(JSON.stringify(told));
