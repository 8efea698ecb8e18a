import assert from 'node:assert/strict';
import { languageOf } from '../../../src/editor/documentLanguage';

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
});
