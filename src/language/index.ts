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
export { completerAt, type Completer, type CompletionOptions } from './completion/completerAt';
export type { Completion, CompletionKind } from './completion/completion';
export { documentLanguage, readLanguageIds } from './documents';
export type { Facts } from './facts';
export { overrideNames } from './compose/overrideNames';
export { findings, findingSteps, type FindingOptions } from './findings';
export { hoverAt, type Hover } from './hover/hoverAt';
export type { HoverSubject } from './hover/hoverSubject';
export { inlayHints } from './inlay/inlayHints';
export { languageIds, parseUses } from './languages';
export { rules, type Finding, type Fix, type RuleSetting, type Severity } from './rules';
export { isRuleCode, readRuleSettings } from './rules/shared/ruleSettings';
export { networkAt, type NamedNetwork } from './names/networkAt';
export { renamableNetwork, renameNetwork } from './names/renameNetwork';
export { signatureAt } from './signature/signatureAt';
export type { Signature } from './signature/signature';
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
