import { createSvg } from './dom';

/** The signs of the toolbar as strokes on a field of 16 by 16. */
const paths = {
  back: 'M13 8H3M7 4 3 8l4 4',
  view: 'M2 4h12M4.5 8h7M7 12h2',
  zoomOut: 'M3 8h10',
  zoomIn: 'M3 8h10M8 3v10',
  fit: 'M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4',
  zoomTo: 'M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4M6 6h4v4H6z',
  picture: 'M2 3h5v4H2zM9 9h5v4H9zM7 5h4v4',
  tables: 'M2 3h12v10H2zM2 6.5h12M2 10h12M6.5 3v10',
  copy: 'M5.5 5.5h8v8h-8zM3 10.5h-.5v-8h8V3',
  export: 'M8 10V2M5 5l3-3 3 3M3 9v5h10V9',
  help: 'M5.5 6a2.5 2.5 0 1 1 3.7 2.2C8.400 8.700 8 9.200 8 10M8 12.500v.6',
  more: 'M3 8h.01M8 8h.01M13 8h.01',
  close: 'M4 4l8 8M12 4l-8 8',
  check: 'M3 8.500 6.500 12 13 4.500',
  down: 'M4 6.500 8 10.500l4-4',
} as const;

export type IconName = keyof typeof paths;

/** A sign; what it means is said by what carries it. */
export function makeIcon(name: IconName): SVGElement {
  const svg = createSvg('svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', `icon${name === 'more' ? ' dots' : ''}`);
  svg.setAttribute('aria-hidden', 'true');
  const path = createSvg('path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}
