import type { Hello, PlaybackWish } from '@lib/protocol/from-viewer';
import type { Viewer } from './viewer';
import type { ViewerSocket } from './seat';
import type { Show, Shows } from './show';

/** Where a viewer sits: before what is shown to all, or a recording of its own. */
export class Place {
  private current: Show | null = null;
  private unfollow: () => void = () => undefined;
  /** Counts what was asked for: of two recordings that take time to open, the later asked one stays. */
  private turn = 0;
  /** The highest number of a wish about the playing that was heard; 0: none was. */
  private wish = 0;

  /** @param decides may the viewer decide who reads the machine? Else it is not told either */
  constructor(
    private readonly shows: Shows,
    private readonly viewer: Viewer,
    private readonly socket: ViewerSocket,
    private readonly decides: boolean,
  ) {}

  get show(): Show | null {
    return this.current;
  }

  /** Seats the viewer before what its hello asks for. */
  async take(hello: Hello): Promise<void> {
    this.turn += 1;
    const mine = this.turn;
    const show = await this.asked(hello);
    if (mine === this.turn) await this.sit(show, hello);
    else this.shows.closeUnused(show);
  }

  /** What a hello asks for: where the viewer is already, that. */
  private async asked({ recording, past }: Hello): Promise<Show> {
    const about = this.current?.recording?.about ?? null;
    const stays =
      recording === null ? past !== null && about?.past === true : about?.name === recording.name;
    if (stays && this.current !== null) return this.current;
    if (recording !== null) return this.shows.open(recording);
    return (past === null ? null : await this.shows.back(past)) ?? this.shows.main;
  }

  /** Seats the viewer before this. @param from what it has seen already */
  async sit(show: Show, from: Pick<Hello, 'epoch' | 'lastSeq'>): Promise<void> {
    if (show !== this.current) {
      this.shows.occupy(show);
      this.unseat();
      this.current = show;
      this.follow(show);
    }
    const welcome = await show.hub.join(this.viewer, from);
    // Who left while the hub was reading must not stay seated.
    if (this.current === show) this.socket.emit('welcome', welcome);
    else show.hub.leave(this.viewer);
  }

  /**
   * Does with the recording what the viewer wishes. One who has just gone back to the machine may still have asked
   * for something.
   */
  play({ wish, ...request }: PlaybackWish): void {
    this.wish = Math.max(this.wish, wish);
    this.current?.recording?.player.do(request);
  }

  /** The viewer is gone. */
  leave(): void {
    this.turn += 1;
    this.unseat();
  }

  private unseat(): void {
    const { current } = this;
    this.current = null;
    this.unfollow();
    this.unfollow = () => undefined;
    if (current === null) return;
    current.hub.leave(this.viewer);
    this.shows.vacate(current);
  }

  /** Tells of the recording, or of who reads the machine, before the first picture comes. */
  private follow({ hub: { host }, recording, reader }: Show): void {
    if (reader !== null && this.decides) {
      const tell = () => this.socket.emit('reader', { host, ...reader.state() });
      tell();
      this.unfollow = reader.onChange(tell);
    }
    if (recording === null) return;
    const { about, player } = recording;
    player.begin();
    const tell = () => this.socket.emit('playback', { host, wish: this.wish, ...player.playback });
    this.socket.emit('recording', { host, ...about });
    tell();
    this.unfollow = player.onChange(tell);
  }
}
