/** A file by its name, whatever the editor takes it for. */
interface Kind {
  readonly language: string;
  readonly path: RegExp;
}

const kinds: readonly Kind[] = [
  {
    language: 'dockercompose',
    path: /(^|\/)((docker-|podman-|nerdctl-)?compose[^/]*|docker-stack[^/]*|[^/]+\.(docker-)?compose)\.ya?ml$/i,
  },
  {
    language: 'dockerfile',
    path: /(^|\/)((Dockerfile|Containerfile)([.-][^/]*)?|[^/]+\.(docker|container)file)$/i,
  },
  {
    language: 'pipeline',
    path: /(^|\/)(\.(github|gitea|forgejo)\/workflows\/[^/]+|action|(.*\.)?\.?gitlab-ci([.-][^/]*)?|\.gitlab\/ci\/.+|\.?azure-pipelines([.-][^/]*)?|\.azure-?pipelines\/.+|\.circleci\/[^/]+|bitbucket-pipelines|\.drone|\.woodpecker|\.woodpecker\/.+|\.travis|\.?appveyor|\.buildkite\/.+|\.cirrus|\.?taskfile([.-][^/]*)?)\.ya?ml$/i,
  },
  { language: 'devcontainer', path: /(^|\/)\.?devcontainer\.json$/ },
  { language: 'scripts', path: /(^|\/)(package\.json|composer\.json|deno\.jsonc?|\.vscode\/tasks\.json)$/ },
];

/** By the editor's language id: what a file is read as that has no name of its own. */
const byId: Readonly<Record<string, string>> = {
  dockerfile: 'dockerfile',
  dockercompose: 'dockercompose',
  shellscript: 'shellscript',
  fish: 'shellscript',
  markdown: 'markdown',
  mdx: 'markdown',
  makefile: 'makefile',
  powershell: 'powershell',
  bat: 'bat',
  'github-actions-workflow': 'pipeline',
  'github-actions': 'pipeline',
  'azure-pipelines': 'pipeline',
};

/** The editor's language ids whose files are read, whatever their names. */
export const readLanguageIds: readonly string[] = Object.keys(byId);

/** Language ids of which only files of certain names are read. */
const byName: ReadonlySet<string> = new Set(['yaml', 'json', 'jsonc', 'plaintext']);

/** The language that a document is read as, by the editor's language id and its path; undefined for others. */
export function documentLanguage(languageId: string, path: string): string | undefined {
  const own = Object.hasOwn(byId, languageId) ? byId[languageId] : undefined;
  if (own !== undefined) return own;
  const found = kinds.find((kind) => kind.path.test(path))?.language;
  if (found === 'pipeline' || found === 'devcontainer' || found === 'scripts')
    return byName.has(languageId) ? found : undefined;
  return found;
}
