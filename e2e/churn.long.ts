import { expectAllInPlace } from './harness/churn';
import { test } from './harness/fixtures';

/** What records a trace keeps something of every node in the page. */
test.use({ trace: 'off' });

test('60 containers come and go in a minute: what stays keeps its place, and no memory is lost', async ({
  page,
  dockerd,
  nsview,
}) => {
  test.setTimeout(180_000);
  await expectAllInPlace(page, { dockerd, nsview }, { comers: 60, first: 20 });
});
