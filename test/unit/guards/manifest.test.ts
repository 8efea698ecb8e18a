import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../../package.json';
import { ROW_WORDS } from '../../../src/views/rows/rowWords';

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

/** The words of `contextValue` that a `when` asks for, in the one spelling that reads whole words. */
function askedWords(when: string): readonly string[] {
  return [...when.matchAll(/viewItem =~ \/\(\^\|;\)(\w+)\(;\|\$\)\//g)].map((match) => match[1] ?? '');
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
      entries
        .flatMap((entry) => ('command' in entry ? [entry.command] : []))
        .filter((command) => !commands.includes(command)),
      [],
    );
    const keys = entries.flatMap(({ when }) =>
      [...when.matchAll(/portolan\.(\w+)/g)].map((match) => match[0]),
    );
    const panels = inSources(/viewType = '([^']+)'/g);
    const known = [...views, ...panels, ...inSources(/(?:'setContext',\s*|setKey\()'([^']+)'/g)];
    assert.deepEqual(
      keys.filter((key) => !known.includes(key)),
      [],
    );
  });

  it('gives menus only to rows that can have the word, and asks for it in one way', () => {
    const words: readonly string[] = Object.values(ROW_WORDS).flat();
    // Rows of other extensions have words of their own.
    const whens = Object.values(contributes.menus)
      .flat()
      .map(({ when }) => when)
      .filter((when) => when.includes('viewItem') && !when.includes('vscode-containers'));
    assert.deepEqual(
      whens.filter((when) => askedWords(when).length !== when.split('viewItem').length - 1),
      [],
      'viewItem =~ /(^|;)word(;|$)/',
    );
    assert.deepEqual(distinct(whens.flatMap(askedWords)), distinct(words));
    const set = inSources(/contextValue = '([^']+)'/g).flatMap((value) => value.split(';'));
    assert.deepEqual(
      set.filter((word) => !words.includes(word)),
      [],
    );
  });

  it('gives a diagram the context menu of the sidebar, and what only a diagram has', () => {
    const [here, there] = [/^view =~ \/\^portolan\\\.\//, "webviewId == 'portolan.diagram'"];
    const sidebar = contributes.menus['view/item/context']
      .filter(({ when, group }) => here.test(when) && !group.startsWith('inline'))
      .map((entry) => ({
        ...('command' in entry ? { command: entry.command } : { submenu: 'portolan.diagramCopy' }),
        when:
          'command' in entry
            ? entry.when.replace(here, there).replaceAll('viewItem', 'portolanItem')
            : `${there} && portolanItem`,
        group: entry.group,
      }));
    const diagram = contributes.menus['webview/context'];
    assert.deepEqual(diagram.slice(0, sidebar.length), sidebar);
    assert.deepEqual(
      diagram.slice(sidebar.length).map((entry) => 'command' in entry && entry.command),
      ['portolan.revealInNetworks', 'portolan.copyDiagramPicture', 'portolan.exportDiagram'],
    );
  });

  it('copies in a diagram what the sidebar copies of the objects that a diagram has', () => {
    const subjects = ['network', 'container', 'service', 'node', 'port', 'addressed'];
    const asked = (when: string): readonly string[] =>
      askedWords(when.replaceAll('portolanItem', 'viewItem')).filter((word) => subjects.includes(word));
    const of = (entries: readonly { command: string; when: string; group: string }[]) =>
      entries.map(({ command, when, group }) => [command, group, ...asked(when)]);
    assert.deepEqual(of(contributes.menus['portolan.diagramCopy']), of(contributes.menus['portolan.copy']));
  });

  it('opens no port of this machine in place of one of the sample engine', () => {
    const whens = Object.values(contributes.menus)
      .flat()
      .flatMap((entry) => ('command' in entry && entry.command === 'portolan.openPort' ? [entry.when] : []));
    assert.equal(whens.length, 4);
    assert.deepEqual(
      whens.filter((when) => !when.includes('!portolan.sample')),
      [],
    );
  });

  it('gives every command a way to it', () => {
    const hidden = contributes.menus.commandPalette
      .filter(({ when }) => when === 'false')
      .map(({ command }) => command);
    const inMenus = Object.entries(contributes.menus)
      .filter(([menu]) => menu !== 'commandPalette')
      .flatMap(([, entries]) => entries.flatMap((entry) => ('command' in entry ? [entry.command] : [])));
    assert.deepEqual(
      hidden.filter((command) => !inMenus.includes(command)),
      [],
    );
  });

  it('names only its own commands in welcome texts', () => {
    const named = contributes.viewsWelcome.flatMap(({ contents }) =>
      [...contents.matchAll(/\(command:(portolan\.\w+)/g)].map((match) => match[1] ?? ''),
    );
    assert.equal(named.length, 4);
    assert.deepEqual(
      named.filter((command) => !commands.includes(command)),
      [],
    );
  });

  it('says why no network is shown, for every reason that it can have', () => {
    const reasons = /export type NothingShown =([^;]+);/.exec(sources)?.[1] ?? '';
    const inCode = [...reasons.matchAll(/'(\w+)'/g)].map((match) => match[1] ?? '');
    const said = contributes.viewsWelcome.flatMap(
      ({ when }) => /^portolan\.nothingShown == '(\w+)'$/.exec(when)?.[1] ?? [],
    );
    assert.equal(inCode.length, 2);
    assert.deepEqual(distinct(said), distinct(inCode));
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
    // They are a click on their row, and nothing that a person looks for by its title.
    const onTheirRow = ['portolan.openDriverDocs', 'portolan.showMoreContainers'];
    const titles = contributes.commands.filter(({ command }) => !onTheirRow.includes(command));
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
