import type { DockerCommand } from './topic';

/** The commands about networks themselves: what is explained over their own words, and over what they name. */
export type NetworkCommand = Extract<DockerCommand, `network${string}`>;

/** What a command names: a network that is there, one that is to be made, or a container. */
export interface CommandOperand {
  /** As the help of docker calls it: `NETWORK`. */
  readonly name: string;
  readonly names: 'network' | 'newNetwork' | 'container';
  /** What becomes of it. Markdown. */
  readonly meaning: string;
}

/** One command of the docker command line. Texts are Markdown and hold for every engine. */
export interface CommandTopic {
  readonly id: NetworkCommand;
  readonly title: string;
  /** The preferred one first: `docker network rm`. */
  readonly names: readonly string[];
  /** One or two sentences. */
  readonly meaning: string;
  /** In their order; the last one stands for all that follow where `repeats`. */
  readonly operands: readonly CommandOperand[];
  readonly repeats: boolean;
  /** What happens, step by step, on a host with Linux. */
  readonly how: readonly string[];
  readonly pitfalls: readonly string[];
  /** The same thing in a compose file; undefined where there is none. */
  readonly compose?: string;
  readonly docs: string;
}
