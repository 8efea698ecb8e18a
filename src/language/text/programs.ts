/** A program that takes docker's commands and flags. */
export interface Program {
  /** Its values may have a grammar of their own. */
  readonly foreign: boolean;
  /** It has the commands of `docker compose`. */
  readonly compose: boolean;
  /** A variable, such as `$(DOCKER)`: it may stand for another program. */
  readonly variable?: true;
}

const programs: ReadonlyMap<string, Program> = new Map([
  ['docker', { foreign: false, compose: false }],
  ['podman', { foreign: true, compose: false }],
  ['nerdctl', { foreign: true, compose: false }],
  ['docker-compose', { foreign: false, compose: true }],
  ['podman-compose', { foreign: true, compose: true }],
]);

const variable =
  /^(?:\$[({]?|%|!)(?:env:)?(DOCKER|PODMAN|CONTAINER|OCI|(?:DOCKER_?)?COMPOSE)(?:_?(?:CLI|TOOL|ENGINE|RUNTIME|CMD|COMMAND|BIN|EXE))?[)}%!]?$/i;

/** The ends of the programs' names, and the beginnings of variables. */
const mayBeProgram = /(?:docker|podman|nerdctl|-compose)(?:\.exe)?$|^[$%!]/i;

/** The program that a word names: `docker`, `/usr/bin/docker`, `C:\\tools\\docker.exe`, `@docker` of a Makefile. */
export function programOf(word: string): { readonly name: string; readonly program: Program } | undefined {
  if (!mayBeProgram.test(word)) return undefined;
  const file = word.slice(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1);
  const name = file.replace(/^@/, '').replace(/\.exe$/i, '');
  const program = programs.get(name);
  if (program) return { name, program };
  const stem = word.length > 40 ? undefined : variable.exec(word)?.[1];
  if (stem === undefined) return undefined;
  return { name, program: { foreign: false, compose: /compose/i.test(stem), variable: true } };
}

/** True where a text may name one of them: a quick look before a slow one. */
export function mayName(text: string): boolean {
  return /docker|podman|nerdctl|[${%!(:](?:container|oci|compose)(?:_|[)}%! ])/i.test(text);
}
