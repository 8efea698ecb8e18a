export { describeSubject } from './describeSubject';
export { drawScene, type SvgNode } from './drawing';
export type { Fact, Facts } from './facts';
export { layoutNetwork } from './network/layoutNetwork';
export { renderSvg } from './renderSvg';
export * from './scene';
export { fitText, measureText } from './text';
export { editorPalette, palettes, sceneStyles, type Palette, type ThemeName } from './theme';
export { layoutTopology, type TopologyOptions } from './topology/layoutTopology';
