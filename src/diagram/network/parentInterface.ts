import type { Network } from '../../model';
import type { BridgeLine } from './bridgeStage';

/** The host interface that a macvlan or ipvlan network stands on. */
export interface ParentInterface {
  /** Undefined where none was given: the engine makes a dummy interface, cut off from the outside. */
  readonly name: string | undefined;
  /** The interface below a VLAN sub-interface, by its name: `eth0` of `eth0.20`. */
  readonly base: string;
  /** The 802.1Q tag: 20 of `eth0.20`. */
  readonly vlan: number | undefined;
}

/** Reads the option `parent`. `eth0.20` is a VLAN sub-interface by its name; the engine makes it so where it is missing. */
export function parentInterface({ parent }: Network): ParentInterface {
  const [, base = '', tag = ''] = /^(.+)\.(\d{1,4})$/.exec(parent ?? '') ?? [];
  const vlan = Number(tag);
  return vlan >= 1 && vlan <= 4094
    ? { name: parent, base, vlan }
    : { name: parent, base: parent ?? '', vlan: undefined };
}

/** ipvlan that routes: no broadcast, no ARP, no gateway. */
export function layer3({ driver, options }: Network): boolean {
  return driver === 'ipvlan' && /^l3s?$/.test(options.ipvlan_mode ?? '');
}

const peers: Readonly<Record<string, string>> = {
  bridge: 'containers reach each other',
  private: 'containers ✕ containers',
  vepa: 'among them by the switch only',
  passthru: 'one container has the parent',
};

/** What the segment is, and how its containers reach each other. */
export function segmentLines(network: Network): BridgeLine[] {
  const { driver, options, internal } = network;
  const ipvlan = driver === 'ipvlan';
  const mode = (ipvlan ? options.ipvlan_mode : options.macvlan_mode) ?? (ipvlan ? 'l2' : 'bridge');
  const among = peers[(ipvlan ? options.ipvlan_flag : mode) ?? 'bridge'];
  return [
    { text: `${driver} ${mode}`, font: 'mono' },
    { text: ipvlan ? 'the parent’s MAC, shared' : 'a MAC of its own each', tone: 'muted' },
    ...(among === undefined
      ? []
      : [{ text: among, tone: among.includes('✕') ? 'internal' : 'muted' } as const]),
    ...(layer3(network) ? [{ text: 'routed, no broadcast', tone: 'muted' } as const] : []),
    ...(internal ? [{ text: 'internal: no default route', tone: 'internal', apart: true } as const] : []),
  ];
}
