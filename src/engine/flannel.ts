import { readFile } from 'node:fs/promises';
import type { FlannelRecord } from '../model';

/** Where flannel writes what docker0 is to take (flannel's `--subnet-file`, whose default it is). */
export const FLANNEL_FILE = '/run/flannel/subnet.env';

/** The file's text; undefined where there is none, or this user may not read it. Never rejects. */
export async function readFlannel(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Reads lines such as `FLANNEL_SUBNET=10.244.1.1/24`; undefined without a subnet. Never throws. */
export function decodeFlannel(text: unknown): FlannelRecord | undefined {
  const lines = typeof text === 'string' ? text.split('\n') : [];
  const values = new Map(
    lines.flatMap((line) => {
      const match = /^\s*(FLANNEL_\w+)=["']?([\d./]+)["']?\s*$/.exec(line);
      return match ? [[match[1], match[2]] as const] : [];
    }),
  );
  const subnet = values.get('FLANNEL_SUBNET');
  if (subnet === undefined) {
    return undefined;
  }
  const mtu = Number(values.get('FLANNEL_MTU'));
  return { subnet, network: values.get('FLANNEL_NETWORK'), mtu: Number.isSafeInteger(mtu) ? mtu : undefined };
}
