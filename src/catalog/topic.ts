/** A command whose flags are explained. `podman` and `nerdctl` have the same ones. `projectRun` is `compose run`. */
export type DockerCommand =
  | 'run'
  | 'create'
  | 'build'
  | 'projectRun'
  | 'serviceCreate'
  | 'serviceUpdate'
  | 'networkConnect'
  | 'networkCreate'
  | 'networkDisconnect'
  | 'networkInspect'
  | 'networkList'
  | 'networkPrune'
  | 'networkRemove';

/**
 * Where a spelling can stand: a docker command; the instructions of a Dockerfile, and the flags of its RUN; a service
 * of a compose file, its `build`, and what it says of a network that it joins; the top level of a compose file, with
 * the keys of a network, of its `ipam`, and of a subnet there; a container that a CI pipeline starts; devcontainer.json.
 */
export type Place =
  | DockerCommand
  | 'dockerfile'
  | 'dockerfileRun'
  | 'composeService'
  | 'composeBuild'
  | 'composeServiceNetwork'
  | 'composeTop'
  | 'composeNetwork'
  | 'composeIpam'
  | 'composeIpamConfig'
  | 'pipelineContainer'
  | 'devcontainer';

/**
 * The grammar of a value. `networks` is a name (or a map of names) in compose; `service…` are the stricter
 * grammars of swarm services; `buildNetwork` knows three words; `driverOption` is a `key=value`; `expose…` differ by
 * who reads them: the command line, compose, or a build. A flag of `switch` needs no value; its `values` say what `true`
 * and `false` mean. `text` is free: a value that stands in `values`, or whose
 * key does, is explained by its row. `removal` names what a service of a swarm has and is to lose.
 */
export type ValueSyntax =
  | 'publish'
  | 'servicePublish'
  | 'expose'
  | 'exposeKey'
  | 'exposeInstruction'
  | 'publishAll'
  | 'ipv4'
  | 'ipv6'
  | 'linkLocal'
  | 'mac'
  | 'alias'
  | 'gatewayPriority'
  | 'connectPriority'
  | 'interfaceName'
  | 'endpointOption'
  | 'addHost'
  | 'dnsServer'
  | 'dnsSearch'
  | 'dnsOption'
  | 'hostname'
  | 'domainname'
  | 'sysctl'
  | 'network'
  | 'serviceNetwork'
  | 'buildNetwork'
  | 'networkMode'
  | 'networks'
  | 'networkDefinition'
  | 'driver'
  | 'driverOption'
  | 'subnet'
  | 'ipRange'
  | 'gatewayAddress'
  | 'auxAddress'
  | 'switch'
  | 'text'
  | 'link'
  | 'serviceLink'
  | 'externalLink'
  | 'removal';

/** One way to write a topic. */
export interface Spelling {
  readonly places: readonly Place[];
  /** As written, the preferred one first: `--publish`, `-p`; `ports`. */
  readonly names: readonly string[];
  readonly syntax: ValueSyntax;
  /** A whole example, shown as the equivalent of the other spellings: `docker run -p 8080:80 nginx`. */
  readonly example: string;
  /** What it is called, where that is not what the topic is called. */
  readonly title?: string;
  /** What this spelling means where it is more than the topic says. Markdown. */
  readonly meaning?: string;
  /** The values of this spelling, where they are not those of the topic. */
  readonly values?: readonly TopicValue[];
  /** What happens where it is not given, if that is not what the topic says. */
  readonly default?: string;
  /** From which version it is there, where that is not what the topic says. */
  readonly since?: string;
  /** Its pitfalls, where they are not those of the topic. */
  readonly pitfalls?: readonly string[];
  /** Whole examples of the same thing elsewhere, where the other spellings of the topic do something else. */
  readonly elsewhere?: readonly string[];
  readonly docs?: string;
}

/** A row of the values table. */
export interface TopicValue {
  /** As written: `127.0.0.1:8080:80`. */
  readonly form: string;
  /** Markdown. */
  readonly meaning: string;
}

/** One concept, however it is spelled. Texts are Markdown and hold for every engine. */
export interface Topic {
  readonly id: string;
  readonly title: string;
  /** One or two sentences. */
  readonly meaning: string;
  readonly spellings: readonly Spelling[];
  readonly values: readonly TopicValue[];
  /** What happens where it is not given. */
  readonly default: string;
  /** `any version` where no engine in use lacks it. */
  readonly since: string;
  /** Of the spellings that have the values of the topic, and no pitfalls of their own. */
  readonly pitfalls: readonly string[];
  /** What happens, step by step, on a host with Linux. */
  readonly how?: readonly string[];
  readonly docs: string;
}

/** The spelling that a name has in a place: `-p` in `run` is publish. */
export function findSpelling<T extends Topic>(
  topics: readonly T[],
  place: Place,
  name: string,
): { readonly topic: T; readonly spelling: Spelling } | undefined {
  return spellingsOf(topics).get(`${place} ${name}`);
}

/** A list of topics is asked for each word that looks like a flag. */
const indexes = new WeakMap<readonly Topic[], ReadonlyMap<string, unknown>>();

function spellingsOf<T extends Topic>(
  topics: readonly T[],
): ReadonlyMap<string, { readonly topic: T; readonly spelling: Spelling }> {
  type Index = Map<string, { readonly topic: T; readonly spelling: Spelling }>;
  const known = indexes.get(topics) as Index | undefined;
  if (known) return known;
  const index: Index = new Map();
  for (const topic of topics)
    for (const spelling of topic.spellings)
      for (const place of spelling.places)
        for (const name of spelling.names) {
          const key = `${place} ${name}`;
          if (!index.has(key)) index.set(key, { topic, spelling });
        }
  indexes.set(topics, index);
  return index;
}

/** The same thing in the other spellings, those with the same values first: examples, to be shown as code. */
export function equivalents(topic: Topic, spelling: Spelling): readonly string[] {
  if (spelling.elsewhere) return spelling.elsewhere;
  const others = topic.spellings.filter((other) => other !== spelling && other.syntax !== 'removal');
  const same = others.filter(({ syntax }) => syntax === spelling.syntax);
  return [...same, ...others.filter((other) => !same.includes(other))].map(({ example }) => example);
}
