import assert from 'node:assert/strict';
import { projectName } from '../../../src/language/project';

describe('the project of a compose file', () => {
  const rows: readonly (readonly [text: string, folder: string | undefined, name: string | undefined])[] = [
    ['services: {}\n', 'shop', 'shop'],
    ['services: {}\n', 'My Shop_2.0', 'myshop_20'],
    ['services: {}\n', '_.-shop', 'shop'],
    ['services: {}\n', '...', undefined],
    ['services: {}\n', undefined, undefined],
    ['services:\n  name: x\n', 'shop', 'shop'],
    ['# a\nname: other # b\nservices: {}\n', 'shop', 'other'],
    ['name: "other"\r\nservices: {}\r\n', 'shop', 'other'],
    ['\uFEFFname: other\n', 'shop', 'other'],
    ['name:\n', 'shop', 'shop'],
    ['name: # later\n', 'shop', 'shop'],
    ['name: ${PROJECT}\n', 'shop', undefined],
    ['name: Other\n', 'shop', undefined],
    ['name: "other\n', 'shop', undefined],
  ];
  for (const [text, folder, name] of rows) {
    it(`of ${JSON.stringify(text)} in ${folder ?? 'no folder'} is ${name ?? 'not known'}`, () => {
      assert.equal(projectName(text, folder), name);
    });
  }
});
