/** What compose lays over a file of this name by itself: `compose.override.yaml` over `compose.yaml`. */
export function overrideNames(fileName: string): readonly string[] {
  const base = /^((?:docker-)?compose)\.ya?ml$/.exec(fileName)?.[1];
  return base === undefined ? [] : [`${base}.override.yml`, `${base}.override.yaml`];
}
