import type { Clock } from '../../engine/debounce';
import type { PaintedMessage, PaintMessage } from '../../protocol';

/** A large picture takes a page seconds, ms. */
export const PAINT_LIMIT_MS = 30_000;

/** What came of painting; `picture` is base64, and undefined where it went to the clipboard. */
export type Painted = Omit<PaintedMessage, 'type'>;

/** Has a page paint pictures, one at a time. Never rejects, and never waits for ever. */
export class Painter {
  private settle: ((painted: Painted) => void) | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly send: (message: PaintMessage) => void,
    /** A page is there and listens. */
    private readonly listens: () => boolean = () => true,
  ) {}

  paint(message: Omit<PaintMessage, 'type'>): Promise<Painted> {
    if (!this.listens()) {
      return Promise.resolve(problem('The diagram is hidden or closed: show it, then try again.'));
    }
    if (this.settle) {
      return Promise.resolve(problem('Another picture of this diagram is still being painted.'));
    }
    return new Promise((resolve) => {
      const cancel = this.clock.after(PAINT_LIMIT_MS, () => {
        this.answer(problem(`The diagram did not paint it within ${PAINT_LIMIT_MS / 1000} s.`));
      });
      this.settle = (painted) => {
        this.settle = undefined;
        cancel();
        resolve(painted);
      };
      this.send({ type: 'paint', ...message });
    });
  }

  /** The page has painted, or said why not. One that nobody waits for any more is dropped. */
  answer({ picture, problem: words, remark }: Painted): void {
    this.settle?.({ picture, problem: words, remark });
  }

  /** The page is gone, or another one has come in its place. */
  giveUp(): void {
    this.answer(problem('The diagram was hidden or closed before it was painted.'));
  }
}

function problem(words: string): Painted {
  return { picture: undefined, problem: words };
}
