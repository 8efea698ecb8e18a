import type { ValueSyntax } from '../../catalog';
import { valueCursor, type ValueCursor } from '../completion/cursor';
import { code } from '../markdown';
import { keyIndex, pairForm } from './pairForm';
import { publishForm, servicePublishForm } from './publishForm';
import { signatureOf, type FormPart, type Signature } from './signature';

/** The form of the value around an offset, with the part in which the cursor stands; undefined for values of one part. */
export function signatureAt(text: string, languageId: string, offset: number): Signature | undefined {
  const cursor = valueCursor(text, languageId, offset);
  if (cursor?.path !== '' || (cursor.use.kind === 'key' && cursor.ownLine)) return undefined;
  const { spelling, kind } = cursor.use;
  if (cursor.before.startsWith('--')) return undefined;
  return forms[cursor.use.syntax]?.(cursor, kind === 'flag' ? spelling : `${spelling}:`);
}

type Form = (cursor: ValueCursor, lead: string) => Signature | undefined;

const forms: Partial<Readonly<Record<ValueSyntax, Form>>> = {
  publish: publishForm,
  servicePublish: servicePublishForm,
  network: networkForm,
  serviceNetwork: networkForm,
  addHost: hostForm,
  link: (cursor, lead) => linkForm(cursor, lead, 'container'),
  serviceLink: (cursor, lead) => linkForm(cursor, lead, 'service'),
  externalLink: (cursor, lead) => linkForm(cursor, lead, 'container'),
};

const networkKeys = [
  { key: 'name', value: 'network', documentation: 'The network. It must be there.' },
  { key: 'alias', value: 'name', documentation: 'A further name on this network; may be repeated.' },
  {
    key: 'driver-opt',
    value: 'key=value',
    documentation: 'An option for the driver, of this connection alone.',
  },
  { key: 'ip', value: 'IPv4', documentation: 'A fixed address of the subnet of the network.' },
  { key: 'ip6', value: 'IPv6', documentation: 'A fixed IPv6 address of the subnet of the network.' },
  { key: 'mac-address', value: 'MAC', documentation: 'The MAC address on this network.' },
  { key: 'link-local-ip', value: 'address', documentation: 'A link-local address; may be repeated.' },
  {
    key: 'gw-priority',
    value: 'number',
    documentation: 'The network with the highest one has the way out (API 1.48).',
  },
] as const;

/** The long form alone: a name needs no help. */
function networkForm(cursor: ValueCursor, lead: string): Signature | undefined {
  if (!(cursor.before + cursor.after).includes('=')) return undefined;
  const keys = cursor.use.syntax === 'serviceNetwork' ? networkKeys.slice(0, 3) : networkKeys;
  return pairForm(lead, keys, keyIndex(cursor, keys));
}

/** A map of compose has the address in a value of its own: `db: 10.0.0.5`. */
function hostForm(cursor: ValueCursor, lead: string): Signature | undefined {
  const whole = cursor.before + cursor.after;
  const at = whole.search(/[:=]/);
  const [name, address] = at < 0 ? [whole, ''] : [whole.slice(0, at), whole.slice(at + 1)];
  const parts: readonly FormPart[] = [
    {
      name: 'name',
      after: ':',
      documentation: valueWords(name, 'the name that the container finds in /etc/hosts'),
    },
    {
      name: 'address',
      documentation: valueWords(address, 'its address, or `host-gateway` for the host itself'),
    },
  ];
  return signatureOf(lead, parts, at >= 0 && cursor.before.length > at ? 1 : 0);
}

function linkForm(cursor: ValueCursor, lead: string, what: string): Signature {
  const [target = '', alias = ''] = (cursor.before + cursor.after).split(':', 2);
  const parts: readonly FormPart[] = [
    { name: what, documentation: valueWords(target, `the ${what} that is found by name`) },
    {
      before: '[:',
      name: 'alias',
      after: ']',
      documentation: valueWords(alias, 'a further name for it; without one its own'),
    },
  ];
  return signatureOf(lead, parts, cursor.before.includes(':') ? 1 : 0);
}

function valueWords(value: string, meaning: string): string {
  return value === ''
    ? `${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}.`
    : `${code(value)}: ${meaning}.`;
}
