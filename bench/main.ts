/**
 * `npm run bench [FIGURE…]`: prints each figure, or those named, as a line of JSON with its baseline
 * from the same run. Needs root (a private Docker daemon, thousands of processes in namespaces of
 * their own). Builds nsview first where the build is missing or older than its sources.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isBuilt } from '../server/built-from.mjs';
import { FIGURE_FIGURES, benchFigure } from './figure';
import { CHURN_FIGURES, benchChurn } from './scan-churn';
import { ENGINES_FIGURES, benchEngines } from './engines';
import { INSIDE_FIGURES, benchInside } from './open-inside';
import { FULL_FIGURES, benchFull } from './open-full';
import { FANOUT_FIGURES, benchFanout } from './fanout';
import { LESSON_FIGURES, benchLessonNotice } from './lesson-notice';
import { METRICS_FIGURES, benchMetrics } from './metrics';
import { PACKAGE_FIGURES, benchPackage } from './package';
import { PAGE_FIGURES, benchPage } from './page';
import { PRESENT_FIGURES, benchPresent } from './present';
import { SCAN_FIGURES, benchScan } from './scan';
import { SERVER_FIGURES, benchServer } from './server-cpu';
import { TEN_THOUSAND_FIGURES, benchTenThousand } from './ten-thousand';
import { TIMELINE_FIGURES, benchTimeline } from './timeline';
import { USES_FIGURES, benchUses } from './uses';
import { VIEW_FIGURES, benchViews } from './views';
import { print, type Wanted } from './report';

const PARTS = [
  { figures: SCAN_FIGURES, run: benchScan },
  { figures: CHURN_FIGURES, run: benchChurn },
  { figures: TEN_THOUSAND_FIGURES, run: benchTenThousand },
  { figures: SERVER_FIGURES, run: benchServer },
  { figures: USES_FIGURES, run: benchUses },
  { figures: ENGINES_FIGURES, run: benchEngines },
  { figures: INSIDE_FIGURES, run: benchInside },
  { figures: FULL_FIGURES, run: benchFull },
  { figures: FANOUT_FIGURES, run: benchFanout },
  { figures: PRESENT_FIGURES, run: benchPresent },
  { figures: TIMELINE_FIGURES, run: benchTimeline },
  { figures: METRICS_FIGURES, run: benchMetrics },
  { figures: PAGE_FIGURES, run: benchPage },
  { figures: FIGURE_FIGURES, run: benchFigure },
  { figures: PACKAGE_FIGURES, run: benchPackage },
  { figures: VIEW_FIGURES, run: benchViews },
  { figures: LESSON_FIGURES, run: benchLessonNotice },
];

const known: readonly string[] = PARTS.flatMap(({ figures }) => figures);
const named = process.argv.slice(2);
const wrong = named.filter((name) => !known.includes(name));
if (wrong.length > 0) {
  process.stderr.write(`no figure ${wrong.join(', ')}; there are: ${known.join(' ')}\n`);
  process.exit(2);
}

const root = fileURLToPath(new URL('..', import.meta.url));
if (!isBuilt(root)) {
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: ['ignore', 2, 2] });
}

const isWanted: Wanted = (name) => named.length === 0 || named.includes(name);
for (const { figures, run } of PARTS) {
  if (figures.some(isWanted))
    await run(isWanted, (figure) => isWanted(figure.name) && print(figure));
}
