/** The name of the folder that a document is in; undefined for one that is not saved anywhere. */
export function folderName({ path }: { readonly path: string }): string | undefined {
  const name = path.split('/').at(-2);
  return name === '' ? undefined : name;
}
