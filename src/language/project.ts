/**
 * The project of a compose file: its top-level `name`, or else what compose makes of the folder's name. Undefined
 * where neither tells. The command line may choose another one, which no file shows.
 */
export function projectName(text: string, folder: string | undefined): string | undefined {
  const line = text.includes('name') ? /^\uFEFF?(["']?)name\1[ \t]*:(.*)$/m.exec(text)?.[2] : undefined;
  const named = line?.replace(/(^|[ \t])#.*$/, '').trim() ?? '';
  if (named === '') return folder === undefined ? undefined : normalized(folder);
  const name = /^(["']?)([a-z0-9][a-z0-9_-]*)\1$/.exec(named)?.[2];
  return name;
}

/** As compose does it: `My Shop` is `myshop`. */
function normalized(folder: string): string | undefined {
  const name = folder
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, '')
    .replace(/^[_-]+/, '');
  return name === '' ? undefined : name;
}
