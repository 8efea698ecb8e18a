export { createCommandOf } from './commands/createCommandOf';
export {
  connectCommand,
  disconnectCommand,
  inspectCommand,
  networkCreateCommand,
  pruneCommand,
  removeCommand,
} from './commands/networkCommand';
export { quoteWord, shellLine } from './commands/shellLine';
export type { Facts } from './facts';
export { findings } from './findings';
export { hoverAt, type Hover } from './hover/hoverAt';
export { languageIds, parseUses } from './languages';
export type { Finding, Severity } from './rules';
export type { Span } from './span';
export type { Part, Use } from './use';
export { parseExpose, type Expose, type ExposeProblem, type ExposeResult } from './values/expose';
export { parseLink, type LinkProblem, type LinkResult, type LinkValue } from './values/link';
export { parsePriority } from './values/gatewayPriority';
export { parseIp, parseLinkLocal } from './values/ipAddress';
export { parseMac } from './values/macAddress';
export {
  parseNetworkMode,
  parseNetworkValue,
  type NetworkProblem,
  type NetworkResult,
  type NetworkValue,
} from './values/network';
export { parsePublish, type PortRange, type Publish, type PublishResult } from './values/publish';
export type { PublishProblem } from './values/publishProblem';
export { say, type Said, type ValueProblem } from './values/say';
export { code, joinWords } from './markdown';
