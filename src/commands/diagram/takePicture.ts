import { layoutTarget, paletteFrom, renderSvg, writeMarkdown, writeMermaid, type Scene } from '../../diagram';
import type { Topology } from '../../model';
import { layoutOptions, plainOptions, type DiagramOptions, type DiagramTarget } from '../../protocol';
import type { DiagramPanel, PageColours } from '../../views/diagram/diagramPanel';
import { PAINT_SCALE, type ExportFormat } from './exportFormats';

/** A diagram that is taken away: as it is open, or the whole topology where none is. */
export interface TakenDiagram {
  readonly topology: Topology;
  readonly target: DiagramTarget;
  readonly options: DiagramOptions;
  readonly veths: Readonly<Record<string, string>>;
  /** It is of the sample engine: a recorded picture. */
  readonly sample: boolean;
  /** Of a diagram in sight: it tells the theme, and paints. */
  readonly page: Pick<DiagramPanel, 'colours' | 'paint'> | undefined;
}

/** The content of a file, or why there is none. */
export type Content =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array;
      /** What is to be known of it: that a picture is smaller than it should be. */
      readonly remark?: string | undefined;
    }
  | { readonly ok: false; readonly problem: string };

/** The diagram that is meant: the open one, else the whole topology. */
export function takeDiagram(
  topology: Topology,
  panel: DiagramPanel | undefined,
  veths: TakenDiagram['veths'],
  sample = false,
): TakenDiagram {
  return {
    topology,
    target: panel?.target ?? { kind: 'topology' },
    options: panel?.options ?? plainOptions,
    veths,
    sample,
    page: panel?.listens ? panel : undefined,
  };
}

/** Whether there is anything to draw: a network may be gone while its diagram is open. */
export function isGone({ topology, target }: TakenDiagram): boolean {
  return target.kind === 'network' && !topology.networkById.has(target.id);
}

/** The picture as a diagram draws it now; one of the sample engine says so. */
export function sceneOf({ topology, target, options, veths, sample }: TakenDiagram): Scene {
  const scene = layoutTarget(topology, target, { ...layoutOptions(options), veths });
  return sample ? { ...scene, subtitle: `Sample data, not your Docker; ${scene.subtitle}` } : scene;
}

/** The picture in the colours that its page has; in those of a light theme where none was ever told. */
export function themedSvg(scene: Scene, page: PageColours | undefined): string {
  return renderSvg(scene, page ? paletteFrom(page.colours, page.dark) : 'light');
}

/** What is written into a file of that format. Never rejects. */
export async function contentOf(taken: TakenDiagram, format: ExportFormat): Promise<Content> {
  const { topology, target, options, page } = taken;
  switch (format) {
    case 'themedSvg':
      return toText(themedSvg(sceneOf(taken), page?.colours));
    case 'printSvg':
      return toText(renderSvg(sceneOf(taken), 'print'));
    case 'mermaid':
      return toText(writeMermaid(topology, target, layoutOptions(options)));
    case 'markdown':
      return toText(writeMarkdown(topology, target, layoutOptions(options)));
    case 'png':
      return paintPng(taken);
  }
}

/** What is told of a picture that was taken, with what is to be known of it. */
export function withRemark(words: string, remark: string | undefined): string {
  return remark === undefined ? words : `${words} ${remark}`;
}

function toText(text: string): Content {
  return { ok: true, bytes: new TextEncoder().encode(text) };
}

async function paintPng(taken: TakenDiagram): Promise<Content> {
  const scene = sceneOf(taken);
  const painted = await taken.page?.paint({
    svg: themedSvg(scene, taken.page.colours),
    scale: PAINT_SCALE,
    to: 'panel',
  });
  return painted?.picture === undefined
    ? { ok: false, problem: painted?.problem ?? 'No diagram is in sight that could paint it.' }
    : { ok: true, bytes: Buffer.from(painted.picture, 'base64'), remark: painted.remark };
}
