import { select } from 'd3-selection';
import { zoom, zoomIdentity, zoomTransform, type D3ZoomEvent } from 'd3-zoom';
import { drawScene, type Rect, type Scene } from '../diagram';
import { mount, patch, type Drawn } from './svgDom';

/** The visible part: a translation and a scale. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

const svgNamespace = 'http://www.w3.org/2000/svg';
const largestFit = 1.15;
/** From this scale on all texts are read without effort. */
const readable = 0.8;
/** Below this one the small texts are not read at all. */
const leastReadable = 0.55;
const topRoom = 24;
/** Below this one texts are but specks: they are left out, which makes large pictures quick. */
const farScale = 0.25;

/** The drawing area: shows a scene, updates it in place, pans and zooms. */
export class Canvas {
  readonly svg: SVGSVGElement;
  private readonly layer: SVGElement;
  private readonly zoom = zoom<SVGSVGElement, unknown>().scaleExtent([0.03, 4]);
  private drawn: Drawn<SVGElement> | undefined;
  private elements = new Map<string, SVGElement>();
  private size = { width: 1, height: 1 };
  /** Until the reader moves the picture it is fitted anew whenever it or the window changes. */
  private fitted = true;

  constructor(private readonly viewChanged: (view: View) => void) {
    this.svg = document.createElementNS(svgNamespace, 'svg');
    this.svg.setAttribute('class', 'canvas');
    this.layer = document.createElementNS(svgNamespace, 'g');
    this.svg.append(this.layer);
    this.zoom.on('zoom', (event: D3ZoomEvent<SVGSVGElement, unknown>) => {
      this.layer.setAttribute('transform', event.transform.toString());
      this.svg.classList.toggle('far', event.transform.k < farScale);
      if (event.sourceEvent !== null) {
        this.keepView();
      }
    });
    select(this.svg).call(this.zoom).on('dblclick.zoom', null);
  }

  /**
   * Fits the picture anew when the room for it changes. The room is that of picture and details together:
   * details that open beside a picture must not make it jump.
   */
  fitInto(room: HTMLElement): void {
    new ResizeObserver(() => this.fitted && this.fitReadable()).observe(room);
  }

  /** Draws a scene, or brings the drawing up to date with it. */
  show(scene: Scene): void {
    const node = drawScene(scene);
    if (this.drawn) {
      patch(this.drawn, node, createSvg);
    } else {
      this.drawn = mount(node, createSvg);
      this.layer.append(this.drawn.element);
    }
    this.svg.setAttribute('role', 'group');
    this.svg.setAttribute('aria-label', `${scene.title}, ${scene.subtitle}`);
    this.size = { width: scene.width, height: scene.height };
    this.elements = new Map(
      [...this.svg.querySelectorAll<SVGElement>('[data-id]')].map((element) => [
        element.dataset.id ?? '',
        element,
      ]),
    );
    if (this.fitted) {
      this.fitReadable();
    }
  }

  element(id: string): SVGElement | undefined {
    return this.elements.get(id);
  }

  /** Elements of all boxes and wires, by id. */
  all(): ReadonlyMap<string, SVGElement> {
    return this.elements;
  }

  /** The whole picture, as large as it is readable. */
  fit(): void {
    this.fitTo(0);
  }

  /** The whole picture where it can be read; else as wide as the window, or the top left part of it. */
  private fitReadable(): void {
    this.fitTo(Math.min(Math.max(this.svg.clientWidth / this.size.width, leastReadable), readable));
  }

  private fitTo(least: number): void {
    const { clientWidth, clientHeight } = this.svg;
    const whole = Math.min(clientWidth / this.size.width, clientHeight / this.size.height, largestFit);
    const k = Math.max(whole, least) || 1;
    const x = Math.max(0, (clientWidth - this.size.width * k) / 2);
    const y = Math.max(0, Math.min((clientHeight - this.size.height * k) / 2, topRoom));
    this.zoom.transform(select(this.svg), zoomIdentity.translate(x, y).scale(k));
    this.fitted = true;
  }

  zoomBy(factor: number): void {
    this.zoom.scaleBy(select(this.svg), factor);
    this.keepView();
  }

  restore({ x, y, k }: View): void {
    this.zoom.transform(select(this.svg), zoomIdentity.translate(x, y).scale(k));
    this.fitted = false;
  }

  /** Moves the picture just so far that a box is seen. */
  reveal({ x, y, w, h }: Rect): void {
    const { k, x: left, y: top } = zoomTransform(this.svg);
    const { clientWidth, clientHeight } = this.svg;
    const shift = (start: number, length: number, room: number): number =>
      start < 16
        ? 16 - start
        : start + Math.min(length, room - 32) > room - 16
          ? room - 16 - start - Math.min(length, room - 32)
          : 0;
    const dx = shift(x * k + left, w * k, clientWidth);
    const dy = shift(y * k + top, h * k, clientHeight);
    if (dx !== 0 || dy !== 0) {
      this.zoom.translateBy(select(this.svg), dx / k, dy / k);
      this.keepView();
    }
  }

  private keepView(): void {
    this.fitted = false;
    const { x, y, k } = zoomTransform(this.svg);
    this.viewChanged({ x, y, k });
  }
}

function createSvg(tag: string): SVGElement {
  return document.createElementNS(svgNamespace, tag);
}
