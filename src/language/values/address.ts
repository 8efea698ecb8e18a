/** True for four decimal numbers without leading zeros, the only IPv4 form that Docker takes. */
export function isIpv4(text: string): boolean {
  const numbers = text.split('.', 5);
  return (
    numbers.length === 4 &&
    numbers.every((number) => /^(0|[1-9]\d{0,2})$/.test(number) && Number(number) <= 255)
  );
}

/** True for an IPv6 address without zone, possibly with an IPv4 tail (`::ffff:10.0.0.1`). */
export function isIpv6(text: string): boolean {
  if (text.length > 45) return false;
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const tail = groups.at(-1) ?? '';
  const ipv4Tail = isIpv4(tail) && text.endsWith(tail) && text !== tail;
  const hexadecimal = ipv4Tail ? groups.slice(0, -1) : groups;
  if (!hexadecimal.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false;
  const length = hexadecimal.length + (ipv4Tail ? 2 : 0);
  return halves.length === 2 ? length < 8 : length === 8;
}

/** True for what Docker takes as an IP address. */
export function isAddress(text: string): boolean {
  return isIpv4(text) || isIpv6(text);
}

/** True for addresses that only programs on the same host reach: 127.0.0.0/8 and ::1. */
export function isLoopback(address: string): boolean {
  return (isIpv4(address) && address.startsWith('127.')) || /^(0{0,4}:)+0{0,3}1$/.test(address);
}

/**
 * True where two listeners on the same port are in each other's way: the same address, or a wildcard of its
 * family. No address at all stands for both wildcards.
 */
export function overlaps(left: string | undefined, right: string | undefined): boolean {
  return expand(left).some((one) => expand(right).some((other) => collide(one, other)));
}

function expand(address: string | undefined): readonly string[] {
  return address === undefined || address === '' ? ['0.0.0.0', '::'] : [address.toLowerCase()];
}

function collide(one: string, other: string): boolean {
  if (one.includes(':') !== other.includes(':')) return false;
  return one === other || [one, other].some((address) => address === '0.0.0.0' || address === '::');
}
