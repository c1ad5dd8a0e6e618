import { expectAllInPlace } from './harness/churn';
import { test } from './harness/fixtures';

/** What records a trace keeps something of every node in the page. */
test.use({ trace: 'off' });

test('20 containers come and go: what stays keeps its place, and no memory is lost', async ({
  page,
  dockerd,
  nsview,
}) => {
  test.setTimeout(120_000);
  await expectAllInPlace(page, { dockerd, nsview }, { comers: 20, first: 10 });
});
