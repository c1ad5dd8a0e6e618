import { createEnter } from '../../enter/enter';
import { ProcRoot } from '../../proc/read';
import { readNet } from '../net';

/* Prints what whoever runs this reads of a network. Argument: the place, as JSON. */

const enter = createEnter('/proc');
const inside = await readNet(enter, new ProcRoot('/proc'), JSON.parse(process.argv[2] ?? ''));
process.stdout.write(JSON.stringify(inside));
await enter.close();
