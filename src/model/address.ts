import ipaddr from 'ipaddr.js';
import { parseRange } from './ranges';

/** 4 or 6 by the look of an address or subnet; text that is neither counts as 4, as the engine lists it. */
export function familyOf(addressOrCidr: string): 4 | 6 {
  return addressOrCidr.includes(':') ? 6 : 4;
}

/** The subnet without host bits, as the engine's rules name it: `10.1.2.7/24` → `10.1.2.0/24`. Text that is no subnet stays. */
export function networkOf(cidr: string): string {
  const subnet = parseSubnet(cidr);
  return subnet ? `${ipaddr.fromByteArray(networkBytes(subnet)).toString()}/${subnet[1]}` : cidr;
}

/**
 * The address that the engine's own IPAM takes as gateway when none is given: the first of the range, or of the subnet,
 * that is not the subnet's own. `172.28.0.0/16` → `172.28.0.1`; with the range `172.28.5.128/25` → `172.28.5.128` (seen on
 * engine 20.10). Undefined for text that is no subnet, and where the subnet has no other address.
 */
export function firstAddress(cidr: string, range?: string): string | undefined {
  const subnet = parseSubnet(cidr);
  if (subnet === undefined || subnet[1] >= subnet[0].toByteArray().length * 8) {
    return undefined;
  }
  const own = networkBytes(subnet);
  const start = range === undefined ? [...own] : networkBytes(parseSubnet(range) ?? subnet);
  if (start.every((byte, index) => byte === own[index])) {
    start.push((start.pop() ?? 0) | 1);
  }
  return ipaddr.fromByteArray(start).toString();
}

function networkBytes([address, prefix]: ParsedSubnet): number[] {
  return address.toByteArray().map((byte, index) => byte & maskByte(prefix - index * 8));
}

type ParsedSubnet = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** `10.1.2.0/24` as the engine writes it; the library knows octal and hex too, and needs several times as long. */
const PLAIN_SUBNET = /^(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\/(0|[1-9]\d?)$/;

function parsePlainSubnet(cidr: string): ParsedSubnet | undefined {
  const found = PLAIN_SUBNET.exec(cidr);
  if (found === null) {
    return undefined;
  }
  const bytes = [Number(found[1]), Number(found[2]), Number(found[3]), Number(found[4])];
  const prefix = Number(found[5]);
  return prefix <= 32 && Math.max(...bytes) <= 255 ? [new ipaddr.IPv4(bytes), prefix] : undefined;
}

/** What {@link parseRange} takes and nothing else: the engine reads subnets by the same rules. */
function parseSubnet(cidr: string): ParsedSubnet | undefined {
  const plain = parsePlainSubnet(cidr);
  if (plain !== undefined || parseRange(cidr) === undefined) {
    return plain;
  }
  return familyOf(cidr) === 4 ? ipaddr.IPv4.parseCIDR(cidr) : ipaddr.IPv6.parseCIDR(cidr);
}

/** The mask of one byte of which that many leading bits belong to the prefix. */
function maskByte(bits: number): number {
  return bits >= 8 ? 0xff : bits <= 0 ? 0 : 0xff & (0xff << (8 - bits));
}

/** Orders addresses by value, IPv4 before IPv6; text that is no address goes last, by its characters. */
export function compareAddresses(left: string, right: string): number {
  const [a, b] = [addressKey(left), addressKey(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A text that orders as the address does, for sorting many: `4ac1c0001`; text that is no address has a `z` before it. */
export function addressKey(text: string): string {
  if (!ipaddr.isValid(text)) {
    return `z${text}`;
  }
  const address = ipaddr.parse(text);
  const digits = address.toByteArray().map((byte) => byte.toString(16).padStart(2, '0'));
  return address.kind() === 'ipv4' ? `4${digits.join('')}` : `6${digits.join('')}`;
}
