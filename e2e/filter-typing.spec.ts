import { expect, test } from './harness/fixtures';
import { containerNode, openNsview } from './harness/pages';
import { COURSE, runTopology } from './harness/topology';

test('what is typed before the field is there is in it, or counts at once', async ({
  page,
  dockerd,
  nsview,
}) => {
  await runTopology(dockerd, COURSE);
  const typeAtOnce = (...keys: string[]) =>
    // In one task of the page: the field is not there before the last one.
    page.evaluate(async (strokes) => {
      const press = (target: EventTarget | null, key: string) =>
        target?.dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
        );
      press(document.body, 'f');
      for (const key of strokes) {
        press(document.activeElement, key);
        for (let turns = 0; turns < 3; turns += 1) await Promise.resolve();
      }
    }, keys);
  await openNsview(page, nsview);
  await typeAtOnce(...'name:cX', 'Backspace', '1');
  await expect(page.getByRole('dialog').getByRole('textbox')).toHaveValue('name:c1');
  await expect(containerNode(page, 'c2')).toHaveCount(0);
  await expect(containerNode(page, 'c1')).toBeVisible();

  await openNsview(page, nsview);
  await typeAtOnce(...'name:c2', 'Enter', 'Escape');
  await expect(containerNode(page, 'c1')).toHaveCount(0);
  await expect(containerNode(page, 'c2')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
