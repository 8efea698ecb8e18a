import ipaddr from 'ipaddr.js';

/** 4 or 6 by the look of an address or subnet; text that is neither counts as 4, as the engine lists it. */
export function familyOf(addressOrCidr: string): 4 | 6 {
  return addressOrCidr.includes(':') ? 6 : 4;
}

/**
 * The first usable address of a subnet, which the engine's own IPAM takes as gateway when none is given:
 * `172.28.0.0/16` → `172.28.0.1`. Host bits are ignored, as engine 20.10 does. Undefined for text that is no subnet.
 */
export function firstAddress(cidr: string): string | undefined {
  const subnet = parseSubnet(cidr);
  if (subnet === undefined || subnet[1] >= subnet[0].toByteArray().length * 8) {
    return undefined;
  }
  const [address, prefix] = subnet;
  const bytes = address.toByteArray().map((byte, index) => byte & maskByte(prefix - index * 8));
  bytes.push((bytes.pop() ?? 0) | 1);
  return ipaddr.fromByteArray(bytes).toString();
}

/** Tried in its own family, and not tested first: each of the library's tests parses the text once more. */
function parseSubnet(cidr: string): [ipaddr.IPv4 | ipaddr.IPv6, number] | undefined {
  try {
    return familyOf(cidr) === 4 ? ipaddr.IPv4.parseCIDR(cidr) : ipaddr.IPv6.parseCIDR(cidr);
  } catch {
    return undefined;
  }
}

/** The mask of one byte of which that many leading bits belong to the prefix. */
function maskByte(bits: number): number {
  return bits >= 8 ? 0xff : bits <= 0 ? 0 : 0xff & (0xff << (8 - bits));
}

/** Whether an address lies in a subnet; false when either is not valid or the families differ. */
export function subnetContains(cidr: string, address: string): boolean {
  if (!ipaddr.isValidCIDR(cidr) || !ipaddr.isValid(address)) {
    return false;
  }
  const parsed = ipaddr.parse(address);
  const subnet = ipaddr.parseCIDR(cidr);
  return parsed.kind() === subnet[0].kind() && parsed.match(subnet);
}

/** Orders addresses by value, IPv4 before IPv6; text that is no address goes last, by its characters. */
export function compareAddresses(left: string, right: string): number {
  const [a, b] = [addressKey(left), addressKey(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function addressKey(text: string): string {
  if (!ipaddr.isValid(text)) {
    return `z${text}`;
  }
  const address = ipaddr.parse(text);
  const digits = address.toByteArray().map((byte) => byte.toString(16).padStart(2, '0'));
  return address.kind() === 'ipv4' ? `4${digits.join('')}` : `6${digits.join('')}`;
}
