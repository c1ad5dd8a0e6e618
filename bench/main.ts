/**
 * `npm run bench`: prints each figure as a line of JSON, with its baseline from the same run. Needs
 * root (a private Docker daemon, 2,000 processes in namespaces of their own) and a built server.
 */
import { startDockerd } from '../e2e/harness/dockerd';
import { makeUbuntu } from '../e2e/harness/images';
import { startNsview } from '../e2e/harness/nsview';
import { startLoad } from './load';
import { benchScan } from './scan';
import { benchStartToPaint } from './start-to-paint';
import { benchWireIdle } from './wire-idle';

const endLoad = await startLoad();
try {
  await benchScan();
  const dockerd = await startDockerd();
  try {
    await makeUbuntu(dockerd);
    const nsview = await startNsview({ docker: dockerd.endpoint });
    try {
      await benchWireIdle(nsview);
      await benchStartToPaint(dockerd, nsview);
    } finally {
      await nsview.stop();
    }
  } finally {
    await dockerd.close();
  }
} finally {
  await endLoad();
}
