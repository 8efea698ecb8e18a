import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../../package.json';

const { contributes } = manifest;

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join('src', file), 'utf8'))
  .join('\n');

/** Every distinct first group of the pattern in the sources, sorted. */
function inSources(pattern: RegExp): readonly string[] {
  return distinct([...sources.matchAll(pattern)].map((match) => match[1] ?? ''));
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}

const commands = contributes.commands.map(({ command }) => command);
const views = contributes.views.portolan.map(({ id }) => id);
const settings = Object.keys(contributes.configuration.properties);

describe('package.json against the code', () => {
  it('contributes the commands that are registered, and no other', () => {
    assert.deepEqual(inSources(/registerCommand\(\s*'([^']+)'/g), distinct(commands));
  });

  it('contributes the views that are created, and no other', () => {
    assert.deepEqual(inSources(/registerLiveTree\(\s*'([^']+)'/g), distinct(views));
  });

  it('contributes the settings that are read, and no other', () => {
    const read = inSources(/getConfiguration\('portolan'[^)]*\)\s*\.get(?:<[^>]*>)?\('([\w.]+)'/g);
    assert.deepEqual(
      read.map((name) => `portolan.${name}`),
      distinct(settings),
    );
  });

  it('describes every setting and keeps those that choose an endpoint out of a workspace’s hands', () => {
    for (const [name, setting] of Object.entries(contributes.configuration.properties)) {
      assert.ok(setting.markdownDescription.length > 20, name);
    }
    assert.equal(contributes.configuration.properties['portolan.host'].scope, 'machine');
  });

  it('names only its own commands, views and keys in menus', () => {
    const entries = Object.values(contributes.menus).flat();
    assert.deepEqual(
      entries.map(({ command }) => command).filter((command) => !commands.includes(command)),
      [],
    );
    const keys = entries.flatMap(({ when }) =>
      [...when.matchAll(/portolan\.(\w+)/g)].map((match) => match[0]),
    );
    const known = [...views, ...inSources(/'setContext',\s*'([^']+)'/g)];
    assert.deepEqual(
      keys.filter((key) => !known.includes(key)),
      [],
    );
  });

  it('gives menus only to items that the trees have, and every command a way to it', () => {
    const values = inSources(/contextValue = '([^']+)'/g);
    const asked = Object.values(contributes.menus)
      .flat()
      .flatMap(({ when }) => [...when.matchAll(/viewItem == (\w+)/g)].map((match) => match[1] ?? ''));
    assert.deepEqual(
      asked.filter((value) => !values.includes(value)),
      [],
    );
    const hidden = contributes.menus.commandPalette
      .filter(({ when }) => when === 'false')
      .map(({ command }) => command);
    const inMenus = [...contributes.menus['view/title'], ...contributes.menus['view/item/context']].map(
      ({ command }) => command,
    );
    assert.deepEqual(
      hidden.filter((command) => !inMenus.includes(command)),
      [],
    );
  });

  it('has a welcome text for every problem an engine can have', () => {
    const reasons = /export type ProblemReason =([^;]+);/.exec(sources)?.[1] ?? '';
    const inCode = [...reasons.matchAll(/'(\w+)'/g)].map((match) => match[1] ?? '');
    const welcomed = contributes.viewsWelcome.map(
      ({ when }) => /^portolan\.problem == '(\w+)'$/.exec(when)?.[1] ?? when,
    );
    assert.deepEqual(distinct(welcomed), distinct(inCode));
    for (const { contents } of contributes.viewsWelcome) {
      const named = [...contents.matchAll(/\(command:(portolan\.\w+)/g)].map((match) => match[1] ?? '');
      assert.deepEqual(
        named.filter((command) => !commands.includes(command)),
        [],
      );
    }
  });

  it('activates for the panels that are restored, and names files that are there', () => {
    const panels = inSources(/viewType = '([^']+)'/g);
    const activated = manifest.activationEvents.flatMap(
      (event) => /^onWebviewPanel:(.+)$/.exec(event)?.[1] ?? [],
    );
    assert.deepEqual(activated, panels);
    for (const file of [manifest.icon, contributes.viewsContainers.activitybar[0]?.icon ?? '']) {
      assert.ok(existsSync(file), file);
    }
  });

  it('is what the README says: every setting and command is there, and every picture', () => {
    const readme = readFileSync('README.md', 'utf8');
    assert.deepEqual(
      settings.filter((name) => !readme.includes(`\`${name}\``)),
      [],
    );
    const titles = contributes.commands.filter(({ command }) => command !== 'portolan.openDriverDocs');
    assert.deepEqual(
      titles.map(({ title }) => `Portolan: ${title}`).filter((title) => !readme.includes(title)),
      [],
    );
    const pictures = [...readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map((match) => match[1] ?? '');
    assert.deepEqual(
      pictures.filter((picture) => !existsSync(picture)),
      [],
    );
  });
});
