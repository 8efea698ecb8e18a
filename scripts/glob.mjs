import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Files below a folder whose path from there matches; an empty answer is an error, so that no suite runs nothing.
 * @param {string} folder @param {RegExp} pattern @returns {string[]}
 */
export function globSync(folder, pattern) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => pattern.test(file) && !file.includes('node_modules/'))
    .map((file) => join(folder, file))
    .sort();
  if (files.length === 0) {
    throw new Error(`no file below ${folder} matches ${pattern}`);
  }
  return files;
}
