import { startDockerd } from '../e2e/harness/dockerd';
import { makeUbuntu } from '../e2e/harness/images';
import { startNsview } from '../e2e/harness/nsview';
import { GROUPS, withLoad } from './load';
import type { Report, Wanted } from './report';
import { benchStartToPaint } from './start-to-paint';
import { benchWireIdle } from './wire-idle';

export const PAGE_FIGURES = ['wire.idle', 'start.to.paint', 'start.to.paint.p50'] as const;

/** What a viewer of a built server gets, beside 2,000 idle processes. */
export function benchPage(isWanted: Wanted, report: Report): Promise<void> {
  return withLoad(GROUPS, async () => {
    const dockerd = await startDockerd();
    try {
      await makeUbuntu(dockerd);
      const nsview = await startNsview({ docker: dockerd.endpoint });
      try {
        if (isWanted('wire.idle')) await benchWireIdle(nsview, report);
        if (isWanted('start.to.paint') || isWanted('start.to.paint.p50')) {
          await benchStartToPaint(dockerd, nsview, report);
        }
      } finally {
        await nsview.stop();
      }
    } finally {
      await dockerd.close();
    }
  });
}
