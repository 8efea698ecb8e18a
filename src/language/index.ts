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
export { parseAddHost } from './values/addHost';
export {
  parseSubnets,
  poolAddressProblem,
  poolRangeProblem,
  type PoolProblem,
  type Subnets,
} from './values/addressing';
export { parseDnsSearch, parseDnsServer } from './values/dns';
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
export { parseServicePublish } from './values/servicePublish';
export { parseSysctl } from './values/sysctl';
export type { PublishProblem } from './values/publishProblem';
export { say, type Said, type ValueProblem } from './values/say';
export { code, joinWords } from './markdown';
