import type { DiagramTarget } from '../protocol';
import type { Details } from './details';
import { make } from './dom';
import { makeLive } from './live';
import { makeBanner, makeNotice } from './notices';
import { isAnother, marksOf, newsWords, sameTarget, sceneOf, type PageState } from './pageState';
import type { Picture } from './picture';
import { makeHandle } from './resizing';
import type { Tables } from './tables';
import type { Toolbar } from './toolbar';

/** The page's elements: each state is shown by touching what differs from the one before. */
export class PageView {
  readonly elements: readonly HTMLElement[];
  private readonly heading = make('h1', 'unseen', 'Docker networks');
  private readonly banner = makeBanner();
  private readonly stage = make('main', 'stage');
  private readonly live = makeLive();
  private readonly notice: ReturnType<typeof makeNotice>;
  private readonly handle: HTMLElement;

  constructor(
    private readonly picture: Picture,
    private readonly toolbar: Toolbar,
    private readonly details: Details,
    private readonly tables: Tables,
    actions: { readonly open: (target: DiagramTarget) => void; readonly refresh: () => void },
  ) {
    this.notice = makeNotice(actions);
    this.handle = makeHandle(details.element);
    const head = make('header', '');
    head.append(this.heading, toolbar.element);
    const middle = make('div', 'middle');
    middle.append(picture.element, tables.element, this.notice.element);
    this.stage.append(middle, this.handle, details.element);
    this.elements = [head, this.banner.element, this.stage, this.live.element];
  }

  say(words: string): void {
    this.live.say(words);
  }

  render(before: PageState | undefined, after: PageState): void {
    this.renderContent(before, after);
    this.renderAround(before, after);
    this.renderDetails(before, after);
    this.toolbar.update(after);
    if (before) {
      this.live.say(newsWords(before, after));
    }
  }

  private renderContent(before: PageState | undefined, after: PageState): void {
    const { content } = after;
    if (before?.content !== content) {
      this.picture.element.toggleAttribute('hidden', content.kind === 'tables');
      if (content.kind === 'picture') {
        this.picture.show(content.scene, content.menus);
      }
      this.heading.textContent =
        content.kind === 'tables' ? content.title : (sceneOf(after)?.title ?? 'Docker networks');
    }
    if (
      before?.content !== content ||
      before.found.text !== after.found.text ||
      before.found.subjects !== after.found.subjects ||
      before.selected !== after.selected
    ) {
      this.tables.show(after);
    }
    if (marksDiffer(before, after)) {
      const marks = marksOf(after);
      for (const mark of ['selected', 'around', 'found', 'lit', 'pointed'] as const) {
        this.picture.mark(mark, marks[mark]);
      }
    }
  }

  private renderAround(before: PageState | undefined, after: PageState): void {
    if (before?.notice !== after.notice) {
      this.notice.show(after.notice);
    }
    if (before?.old !== after.old || before?.note !== after.note) {
      this.banner.show(after.old ?? after.note, after.old !== undefined);
    }
    const stale = after.old !== undefined || after.notice !== undefined;
    this.stage.classList.toggle('old', stale && after.content.kind !== 'nothing');
    if (before && isAnother(before, after)) {
      this.toolbar.clearFind();
    }
  }

  private renderDetails(before: PageState | undefined, after: PageState): void {
    if (before?.details !== after.details || before?.target !== after.target) {
      const { details, target } = after;
      const subject = details?.facts?.subject;
      this.details.show(details, subject?.kind === 'network' && sameTarget(subject, target));
      this.handle.hidden = this.details.element.hidden;
    }
  }
}

function marksDiffer(before: PageState | undefined, after: PageState): boolean {
  return (
    before?.content !== after.content ||
    before.selected !== after.selected ||
    before.found.subjects !== after.found.subjects ||
    before.details !== after.details ||
    before.step !== after.step ||
    before.pointedId !== after.pointedId
  );
}
