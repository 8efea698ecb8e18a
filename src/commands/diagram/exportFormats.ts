import type { DiagramTarget } from '../../diagram';
import type { Topology } from '../../model';
import type { Line } from '../shared/quickInputs';

export type ExportFormat = 'themedSvg' | 'printSvg' | 'png' | 'mermaid' | 'markdown';

interface FormatWords {
  readonly label: string;
  readonly detail: string;
  readonly icon: string;
  readonly extension: string;
  /** What the save dialog calls such files. */
  readonly files: string;
  /** It takes the colours, or the canvas, of a diagram in sight. */
  readonly needsPage: boolean;
}

/** What a diagram can be saved as, in the order of the quick pick. */
export const EXPORT_FORMATS: Readonly<Record<ExportFormat, FormatWords>> = {
  themedSvg: {
    label: 'SVG, Theme Colours',
    detail: 'As you see it: one file that a browser opens, and that loads and runs nothing',
    icon: 'file-media',
    extension: 'svg',
    files: 'SVG picture',
    needsPage: true,
  },
  printSvg: {
    label: 'SVG, for Print',
    detail: 'Dark on white, for paper and documents',
    icon: 'file-media',
    extension: 'svg',
    files: 'SVG picture',
    needsPage: false,
  },
  png: {
    label: 'PNG',
    detail: 'As you see it, in pixels',
    icon: 'device-camera',
    extension: 'png',
    files: 'PNG picture',
    needsPage: true,
  },
  mermaid: {
    label: 'Mermaid',
    detail: 'A flowchart as text, for a README or a wiki',
    icon: 'type-hierarchy',
    extension: 'mmd',
    files: 'Mermaid diagram',
    needsPage: false,
  },
  markdown: {
    label: 'Markdown Tables',
    detail: 'The same facts as tables',
    icon: 'table',
    extension: 'md',
    files: 'Markdown',
    needsPage: false,
  },
};

/** The formats to choose from; some need a diagram that is in sight. */
export function formatLines(hasPage: boolean): readonly Line<ExportFormat>[] {
  return (Object.keys(EXPORT_FORMATS) as ExportFormat[])
    .filter((format) => hasPage || !EXPORT_FORMATS[format].needsPage)
    .map((value) => {
      const { label, detail, icon, extension } = EXPORT_FORMATS[value];
      return { value, label, detail, icon, description: `.${extension}` };
    });
}

/** File systems take names of 255 bytes: less room for what is put behind, and for a sign or two of the reader's own. */
const LONGEST = 200;

/** `docker-topology.svg`, `shop_front-network.png`: what a file may be called on every system. */
export function exportFileName(target: DiagramTarget, topology: Topology, format: ExportFormat): string {
  const { extension } = EXPORT_FORMATS[format];
  if (target.kind === 'topology') {
    return `docker-topology.${extension}`;
  }
  const name = topology.networkById.get(target.id)?.name ?? '';
  const plain = name.replace(/[/\\:*?"<>|\p{C}\p{Zl}\p{Zp}]/gu, '_').replace(/^[.\s]+/, '');
  return `${cutToBytes(plain, LONGEST) || 'docker'}-network.${extension}`;
}

/** The beginning of a text that takes no more bytes in UTF-8; no sign is cut in two. */
function cutToBytes(text: string, most: number): string {
  const encoder = new TextEncoder();
  let left = most;
  let kept = '';
  for (const sign of text) {
    left -= encoder.encode(sign).length;
    if (left < 0) {
      break;
    }
    kept += sign;
  }
  return kept;
}

/** Pixels per unit of a drawing: two for a sharp picture. The page takes fewer where its canvas can't hold them, and says so. */
export const PAINT_SCALE = 2;

/** Reads the target that a panel names where it runs a command; undefined where a menu or the palette runs it. */
export function readTarget(value: unknown): DiagramTarget | undefined {
  const { kind, id } = (typeof value === 'object' && value !== null ? value : {}) as Readonly<
    Record<string, unknown>
  >;
  if (kind === 'topology') {
    return { kind };
  }
  return kind === 'network' && typeof id === 'string' ? { kind, id } : undefined;
}
