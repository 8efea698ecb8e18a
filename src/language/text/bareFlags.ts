import { findSpelling, topics, type DockerCommand } from '../../catalog';
import type { Use } from '../use';
import { parseAddHost } from '../values/addHost';
import { isAddress } from '../values/address';
import { parseExpose } from '../values/expose';
import { parseLink } from '../values/link';
import { parseMac } from '../values/macAddress';
import { parseNetworkValue } from '../values/network';
import { parsePublish } from '../values/publish';
import { parseSysctl } from '../values/sysctl';
import { flagUse, piece } from './flagUse';
import type { Command, Word } from './words';

/**
 * Words that may stand before a flag in a sentence about docker. Any other word may be a program whose flag it is:
 * `cp -p 1:2`, `COPY --link a:b`, `ssh -p 22`.
 */
const leadIns = new Set(
  (
    'a add added adding also an and as by default e.g either eg example examples flag flags for give i.e instead it ' +
    'just like must needs no not of one only option options or pass passed passing plus put requires run running ' +
    'runs same see set start started starts than that the them then this to try use used uses using via when will ' +
    'with without'
  ).split(' '),
);

/** Programs with a `-p`, `--network` or `--link` of their own. */
const otherPrograms =
  /(?:^|[\s`"'(/])(?:autossh|cp|curl|dig|git|helm|iperf3?|kubectl|minikube|mkdir|mosh|multipass|mysql|nc|ncat|netcat|nmap|npm|ping|psql|qemu(?:-\w+)*|redis-cli|rsync|scp|sftp|socat|ssh|sshd|systemd-nspawn|tar|telnet|unshare|vagrant|virsh|virt-install|wget|yarn)(?=$|[\s`"',:;.)])/i;

/** True where a sentence speaks of another program: its flags may be those of that. */
export function namesOtherProgram(sentence: string): boolean {
  return otherPrograms.test(sentence);
}

/**
 * Flags without a docker command before them: `run with -p 8080:80`. Only where nothing else can be meant; `anywhere`
 * takes them behind any word.
 */
export function bareUses(command: DockerCommand, words: Command, anywhere: boolean): readonly Use[] {
  const uses: Use[] = [];
  let introduced = true;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (!word) break;
    const read: Bare | undefined = introduced ? readBare(command, word, words[index + 1]) : undefined;
    if (read) {
      uses.push(read.use);
      index += read.ownWord ? 0 : 1;
    }
    introduced = anywhere || read !== undefined || leadsIn(word.text);
  }
  return uses;
}

function leadsIn(word: string): boolean {
  return leadIns.has(word.toLowerCase()) || /[a-z][:,]$/i.test(word) || /^[-*–]$/.test(word);
}

interface Bare {
  readonly use: Use;
  /** The value stands in the same word: `--network=host`. */
  readonly ownWord: boolean;
}

function readBare(command: DockerCommand, word: Word, following: Word | undefined): Bare | undefined {
  const [, letter, long, equals = ''] = /^(?:(-p)(?=[=\d]|$)|(--[a-z\d-]+)(?==|$))(=?)/.exec(word.text) ?? [];
  const name = letter ?? long ?? '';
  const isMeant = unmistakable.get(name);
  if (!isMeant || !findSpelling(topics, command, name)) return undefined;
  const span = piece(word, 0, name.length);
  const ownWord = word.text.length > name.length;
  if (switches.has(name))
    return ownWord ? undefined : { use: flagUse(command, name, span, undefined), ownWord: true };
  const from = ownWord ? name.length + equals.length : 0;
  const valueWord = ownWord ? word : following;
  const text = valueWord?.text.slice(from) ?? '';
  if (!valueWord || !isMeant(text, ownWord)) return undefined;
  return { use: flagUse(command, name, span, { word: valueWord, from }), ownWord };
}

/** Flags that need no value. */
const switches: ReadonlySet<string> = new Set(['--publish-all']);

/** By flag: what its value must be, so that nothing else can be meant. */
const unmistakable: ReadonlyMap<string, (text: string, ownWord: boolean) => boolean> = new Map([
  ['-p', isPublication],
  ['--publish', isPublication],
  ['--publish-all', () => true],
  ['--expose', (text: string) => /^\d/.test(text) && parseExpose(text).ok],
  ['--ip', isAddress],
  ['--ip6', isAddress],
  ['--link-local-ip', isAddress],
  ['--mac-address', (text: string) => text !== '' && parseMac(text).ok],
  ['--network-alias', isNameInOneWord],
  ['--net-alias', isNameInOneWord],
  ['--add-host', (text: string) => /^[\w.-]+[:=]/.test(text) && parseAddHost(text).ok],
  ['--dns', isAddress],
  ['--dns-search', isNameInOneWord],
  ['--dns-option', (text: string) => /^[a-z\d-]+(:\d+)?$/.test(text) && text.includes(':')],
  ['--hostname', isNameInOneWord],
  ['--sysctl', (text: string) => parseSysctl(text).ok],
  ['--net', isNetworkWord],
  ['--network', isNetworkWord],
  ['--link', (text: string) => /^[\w.-]+:[\w.-]+$/.test(text) && parseLink(text).ok],
]);

function isNameInOneWord(text: string, ownWord: boolean): boolean {
  return ownWord && /^[\w.-]+$/.test(text);
}

function isPublication(text: string): boolean {
  return /^[\d.:[\]a-f-]*:\d[\d-]*(\/\w+)?$/i.test(text) && (parsePublish(text).ok || /^\d/.test(text));
}

/** After a space only what is no ordinary word: `--network host`, yet not "the --network flag". */
function isNetworkWord(text: string, ownWord: boolean): boolean {
  const value = parseNetworkValue(text);
  if (!value.ok) return false;
  return value.mode === 'named'
    ? ownWord && /^[\w.-]+$/.test(value.name)
    : value.mode !== 'default' || ownWord;
}
