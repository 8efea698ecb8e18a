export { describeSubject } from './describeSubject';
export {
  drawBox,
  drawCaptions,
  drawGround,
  drawScene,
  drawWire,
  hasGround,
  wireClasses,
  type SvgNode,
} from './drawing';
export type { Fact, Facts } from './facts';
export { layoutNetwork } from './network/layoutNetwork';
export { paletteFrom } from './paletteFrom';
export { renderSvg } from './renderSvg';
export * from './options';
export { layoutTarget } from './layout';
export * from './scene';
export { sharersOf } from './sharers';
export { fitText, measureText, tame } from './text';
export { editorPalette, palettes, sceneStyles, type Palette, type ThemeName } from './theme';
export { driverWord } from './words';
export { layoutTopology } from './topology/layoutTopology';
export { findSubjects } from './find/findSubjects';
export { optionsToShow, standInFor } from './find/standIn';
export type { Column, ColumnKind, Table, TableRow } from './table/table';
export { tabulate } from './table/tabulate';
export type { Trace, TraceStep } from './trace/trace';
export { traceSubject } from './trace/traceSubject';
export { writeMarkdown } from './write/writeMarkdown';
export { writeMermaid } from './write/writeMermaid';
