import { networkNameOf } from '../facts';
import { bullets, code } from '../markdown';
import { isInterpolated, type Scope, type Use } from '../use';
import { parsePriority } from '../values/gatewayPriority';
import { readList } from '../values/list';
import { explainProblem, explainUnknown, putInLater, type Explanation } from './explanation';

/** What `gw_priority: 1` and `priority: 1000` decide. */
export function explainPriority(use: Use, scope: Scope): Explanation | undefined {
  if (use.text === undefined) return undefined;
  if (isInterpolated(use.text)) return explainUnknown(putInLater);
  const value = parsePriority(use.text);
  if (!value.ok) return explainProblem(value.problem, use.place === 'networkConnect' ? 'Docker' : 'Compose');
  const name = networkNameOf(use, scope);
  const network = name === undefined ? 'this network' : code(name);
  const number = `**${value.priority}**`;
  return use.syntax === 'gatewayPriority'
    ? {
        meaning: `With ${number}, the default route of the container goes through ${network}, unless another of its networks has a higher number.`,
        details: [
          'Networks without a number have 0. Among equals an internal network comes last, and then the name decides.',
        ],
        mind: ['it needs engine 28.0 (API 1.48); older ones do not know it.'],
        now: [],
      }
    : {
        meaning: `With ${number}, the service is connected to ${network} before networks with a lower number.`,
        details: [],
        mind: [
          'it decides neither the default route nor the names of the interfaces: for these there are `gw_priority` and `interface_name`.',
        ],
        now: [],
      };
}

const longestName = 15;

/** What `interface_name: eth7` does. */
export function explainInterfaceName({ text }: Use): Explanation | undefined {
  if (text === undefined) return undefined;
  if (isInterpolated(text)) return explainUnknown(putInLater);
  const mind = [
    ...(text.length > longestName
      ? [`Linux takes ${longestName} characters; these are ${text.length}.`]
      : []),
    ...(/[\s/]/.test(text) ? ['Linux takes neither blanks nor slashes in it.'] : []),
    ...(text === 'lo' ? ['`lo` is the loopback interface of every container.'] : []),
  ];
  return {
    meaning: `In the container the interface is called ${code(text)}, not \`eth0\` or the next free number.`,
    details: [],
    mind,
    now: [],
  };
}

const known: Readonly<Record<string, string>> = {
  'com.docker.network.endpoint.sysctls':
    'Kernel settings of this interface, with `IFNAME` in the place of its name. Needs API 1.46.',
  'com.docker.network.endpoint.ifname': 'The name of the interface in the container.',
};

/** What an entry of `driver_opts` beside a network, or `--driver-opt`, sets. */
export function explainEndpointOption(use: Use): Explanation | undefined {
  if (use.text === undefined) return undefined;
  if (isInterpolated(use.text)) return explainUnknown(putInLater);
  const options = readList(use);
  if (use.place === 'networkConnect' && options.some((option) => !/^\s*[^\s=][^=]*=/.test(option)))
    return {
      meaning: '**Docker refuses it:** `invalid key/value pair format in driver options`',
      details: ['A driver option is a name and a value: `key=value`. A comma stands between two of them.'],
      mind: [],
      now: [],
      dockerOnly: true,
    };
  const [only = '', ...more] = options.map(optionWords);
  return explainUnknown(more.length === 0 ? only : bullets([only, ...more]));
}

function optionWords(text: string): string {
  const key = text.split('=', 1)[0]?.trim() ?? '';
  const meaning = Object.hasOwn(known, key) ? known[key] : undefined;
  return meaning ?? `The driver alone knows ${code(key)}; Docker passes it on as it is.`;
}
