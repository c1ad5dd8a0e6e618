import type { Page } from '@playwright/test';

/** How far something of the picture was seen to go, in pixels of the picture or of the screen. */
export interface Movement {
  /** The key of the ring or the diamond. */
  key: string;
  /** The container's id; null for the host and for diamonds. */
  container: string | null;
  inPicture: number;
  onScreen: number;
}

/** What was seen of the Sharing picture, frame by frame. */
export interface PlacesSeen {
  frames: number;
  /** Everything that was ever there, and the greatest distance between two places where it stood. */
  movements: Movement[];
  /** Names of containers that were to stay, and the host, in the frames in which they were not drawn. */
  missed: string[];
  /** What stood above the picture, whenever that was something else: what is said there moves all of it. */
  above: string[];
}

/**
 * Writes down, in the page itself and in every frame, where all rings and diamonds of the Sharing
 * picture stand, so that nothing moves unseen between two looks from outside. What goes is forgotten
 * but for its greatest movement: an inode, and so the name of a namespace, is given out again.
 */
export class PlaceLog {
  private constructor(private readonly page: Page) {}

  /** @param staying names of containers that must be there in every frame from now on */
  static async start(page: Page, staying: readonly string[]): Promise<PlaceLog> {
    await page.evaluate(
      (names) => {
        interface Extent {
          left: number;
          right: number;
          top: number;
          bottom: number;
        }
        const around = (x: number, y: number, before: Extent | undefined): Extent => ({
          left: Math.min(x, before?.left ?? x),
          right: Math.max(x, before?.right ?? x),
          top: Math.min(y, before?.top ?? y),
          bottom: Math.max(y, before?.bottom ?? y),
        });
        const widest = ({ left, right, top, bottom }: Extent) =>
          Math.max(right - left, bottom - top);
        let present = new Map<string, { picture: Extent; screen: Extent }>();
        const movements = new Map<string, Movement>();
        const missed = new Set<string>();
        const above = new Set<string>();
        const header = document.querySelector('header');
        let frames = 0;
        const look = () => {
          const now: typeof present = new Map();
          const drawn = new Set<string | null>();
          for (const node of document.querySelectorAll<SVGGElement>('[data-key]')) {
            const place = node.transform.baseVal.consolidate()?.matrix;
            const screen = node.getScreenCTM();
            if (place === undefined || screen === null) continue;
            const thing = `${node.dataset.key ?? ''} ${node.dataset.containerId ?? ''}`;
            drawn.add(node.dataset.container ?? null);
            const before = present.get(thing);
            const seen = {
              picture: around(place.e, place.f, before?.picture),
              screen: around(screen.e, screen.f, before?.screen),
            };
            now.set(thing, seen);
            const [inPicture, onScreen] = [widest(seen.picture), widest(seen.screen)];
            const most = movements.get(thing);
            movements.set(thing, {
              key: node.dataset.key ?? '',
              container: node.dataset.containerId ?? null,
              inPicture: Math.max(inPicture, most?.inPicture ?? 0),
              onScreen: Math.max(onScreen, most?.onScreen ?? 0),
            });
          }
          for (const name of names) if (!drawn.has(name)) missed.add(name);
          present = now;
          const said = [header, header?.nextElementSibling].map((each) => each?.textContent ?? '');
          above.add(`${String(header?.offsetHeight)} px: ${said.join(' | ')}`);
        };
        const each = () => {
          frames += 1;
          look();
          requestAnimationFrame(each);
        };
        each();
        // What is set after this frame's turn and changed before the next one's is drawn as well.
        const changes = { subtree: true, attributeFilter: ['transform'] };
        new MutationObserver(look).observe(document.body, changes);
        const placesSeen = () => ({
          frames,
          movements: [...movements.values()],
          missed: [...missed],
          above: [...above],
        });
        Object.assign(window, { placesSeen });
      },
      [...staying, ':host'],
    );
    return new PlaceLog(page);
  }

  /** All since the start. @throws when the page was loaded anew */
  seen(): Promise<PlacesSeen> {
    return this.page.evaluate(() => (Reflect.get(window, 'placesSeen') as () => PlacesSeen)());
  }
}
