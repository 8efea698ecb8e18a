export * from './address';
export { buildTopology } from './buildTopology';
export { compareText, isUp, isWildcard } from './container';
export { natRules, type NatRule } from './nat';
export * from './networkSpec';
export * from './snapshot';
export * from './topology';
