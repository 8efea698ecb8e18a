export * from './address';
export { buildTopology } from './buildTopology';
export { checkConnect } from './checkConnect';
export { checkEndpointAddress } from './checkEndpointAddress';
export { checkNetwork } from './checkNetwork';
export type { ConnectFinding, ConnectProblem, EndpointAddressProblem } from './connectFinding';
export { isAtLeast } from './engineVersion';
export { compareNames, compareText } from './compareText';
export { isUp, isWildcard } from './container';
export { gatewayMode, isRouted, unprotectedAddresses } from './gatewayMode';
export { filtersIpv4Only } from './ipv6Filter';
export { natRules, type NatRule } from './nat';
export * from './networkFinding';
export * from './networkSpec';
export { prunePlan, type PruneItem } from './prunePlan';
export {
  formatAddress,
  formatRange,
  holds,
  parseAddress,
  parseRange,
  rangeAt,
  rangesOverlap,
  type AddressRange,
  type AddressValue,
} from './ranges';
export { sameData } from './sameData';
export { sayConnectFinding } from './sayConnectFinding';
export { sayNetworkFinding } from './sayNetworkFinding';
export * from './snapshot';
export { freeSubnet } from './subnets';
export * from './topology';
