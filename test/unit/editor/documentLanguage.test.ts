import assert from 'node:assert/strict';
import { activationEvents } from '../../../package.json';
import { languageOf, selector } from '../../../src/editor/documentLanguage';
import { languageIds } from '../../../src/language';

describe('the language of a document', () => {
  const rows: readonly (readonly [languageId: string, path: string, language: string | undefined])[] = [
    ['dockerfile', '/w/build/app', 'dockerfile'],
    ['dockercompose', '/w/stack.yml', 'dockercompose'],
    ['shellscript', '/w/run.sh', 'shellscript'],
    ['markdown', '/w/notes.md', 'markdown'],
    ['yaml', '/w/compose.yaml', 'dockercompose'],
    ['yaml', '/w/compose.override.yml', 'dockercompose'],
    ['yaml', '/w/docker-compose.prod.yaml', 'dockercompose'],
    ['plaintext', '/w/Containerfile', 'dockerfile'],
    ['plaintext', '/w/Dockerfile.dev', 'dockerfile'],
    ['yaml', '/w/prod.compose.yml', 'dockercompose'],
    ['yaml', '/w/prod.docker-compose.yml', 'dockercompose'],
    ['yaml', '/w/docker-stack.yml', 'dockercompose'],
    ['plaintext', '/w/Dockerfile-dev', 'dockerfile'],
    ['yaml', '/w/podman-compose.yml', 'dockercompose'],
    ['plaintext', '/w/app.Dockerfile', 'dockerfile'],
    ['plaintext', '/w/app.containerfile', 'dockerfile'],
    ['plaintext', '/w/Containerfile.dev', 'dockerfile'],
    ['makefile', '/w/Makefile', 'makefile'],
    ['makefile', '/w/docker.mk', 'makefile'],
    ['powershell', '/w/run.ps1', 'powershell'],
    ['bat', '/w/run.cmd', 'bat'],
    ['fish', '/w/run.fish', 'shellscript'],
    ['mdx', '/w/notes.mdx', 'markdown'],
    ['yaml', '/w/.github/workflows/ci.yml', 'pipeline'],
    ['github-actions-workflow', '/w/.github/workflows/ci.yml', 'pipeline'],
    ['yaml', '/w/.github/dependabot.yml', undefined],
    ['yaml', '/w/.forgejo/workflows/ci.yaml', 'pipeline'],
    ['yaml', '/w/action.yml', 'pipeline'],
    ['yaml', '/w/transaction.yml', undefined],
    ['yaml', '/w/.gitlab-ci.yml', 'pipeline'],
    ['yaml', '/w/ci/build.gitlab-ci.yml', 'pipeline'],
    ['yaml', '/w/.gitlab/ci/build.yml', 'pipeline'],
    ['yaml', '/w/azure-pipelines.yml', 'pipeline'],
    ['yaml', '/w/azure-pipelines-pr.yml', 'pipeline'],
    ['azure-pipelines', '/w/build.yml', 'pipeline'],
    ['yaml', '/w/.circleci/config.yml', 'pipeline'],
    ['yaml', '/w/bitbucket-pipelines.yml', 'pipeline'],
    ['yaml', '/w/.travis.yml', 'pipeline'],
    ['yaml', '/w/Taskfile.yml', 'pipeline'],
    ['jsonc', '/w/.devcontainer/devcontainer.json', 'devcontainer'],
    ['jsonc', '/w/.devcontainer/python/devcontainer.json', 'devcontainer'],
    ['json', '/w/.devcontainer.json', 'devcontainer'],
    ['json', '/w/package.json', 'scripts'],
    ['jsonc', '/w/.vscode/tasks.json', 'scripts'],
    ['json', '/w/tasks.json', undefined],
    ['json', '/w/my-package.json', undefined],
    ['json', '/w/tsconfig.json', undefined],
    ['javascript', '/w/package.json', undefined],
    ['toString', '/w/a', undefined],
    ['yaml', '/w/deploy.yaml', undefined],
    ['yaml', '/w/compose/deploy.yaml', undefined],
    ['yaml', '/w/my-compose.yaml', undefined],
    ['plaintext', '/w/Dockerfiles', undefined],
  ];
  for (const [languageId, path, language] of rows) {
    it(`${languageId} ${path} is ${language ?? 'none of ours'}`, () => {
      assert.equal(languageOf({ languageId, uri: { path } }), language);
    });
  }

  it('is one that is understood', () => {
    for (const [, , language] of rows) assert.ok(language === undefined || languageIds.includes(language));
  });

  it('wakes the extension, for every language that is asked about', () => {
    assert.ok(Array.isArray(selector));
    const asked = (selector as readonly { readonly language?: string }[]).flatMap(
      ({ language }) => language ?? [],
    );
    assert.deepEqual(
      activationEvents.flatMap((event) => /^onLanguage:(.+)$/.exec(event)?.[1] ?? []).sort(),
      [...asked].sort(),
    );
  });
});
