import assert from 'node:assert/strict';
import manifest from '../../../../package.json';
import type { Subject } from '../../../../src/diagram';
import type { Topology } from '../../../../src/model';
import {
  actionsOf,
  DIAGRAM_ACTIONS,
  rowOfSubject,
  type ActionConditions,
} from '../../../../src/views/diagram/diagramActions';
import { ROW_WORDS } from '../../../../src/views/rows/rowWords';
import { containerNamed, networkNamed, rich } from '../../fixture';

const { menus, commands } = manifest.contributes;
const real: ActionConditions = { acts: true, sample: false, local: true };
const whole = { kind: 'topology' } as const;

function titles(subject: Subject, conditions = real, topology: Topology = rich): readonly string[] {
  return actionsOf(rowOfSubject(topology, whole, subject), conditions).map(({ title }) => title);
}

/** Entries as VS Code shows them: by group, then by the number behind it; the submenu's in its place. */
function menuOrder(): readonly { readonly command: string; readonly when: string }[] {
  const rank = ({ group }: { group: string }): string => group.replace(/@(\d)$/, '@0$1');
  const sorted = <T extends { group: string }>(entries: readonly T[]): T[] =>
    [...entries].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  return sorted<{ command?: string; when: string; group: string }>(menus['webview/context']).flatMap(
    ({ command, when }) =>
      command === undefined ? sorted(menus['portolan.diagramCopy']) : [{ command, when }],
  );
}

describe('what can be done with an object of a diagram', () => {
  it('is what the context menu has, in its order, under the same conditions', () => {
    const ofItems = menuOrder().filter(({ when }) => when.includes('portolanItem'));
    const asked = ofItems.map(({ command, when }) => ({
      command,
      words: [...when.matchAll(/portolanItem =~ \/\(\^\|;\)(\w+)\(;/g)].map((match) => match[1] ?? '').sort(),
      needs: ['portolan.acts', '!portolan.sample', 'portolan.local'].filter((key) =>
        when.split(' && ').includes(key),
      ),
    }));
    const keys = { acts: 'portolan.acts', real: '!portolan.sample', local: 'portolan.local', sample: '' };
    assert.deepEqual(
      DIAGRAM_ACTIONS.map(({ command, words, needs = [] }) => ({
        command,
        words: [...words].sort(),
        needs: needs.map((need) => keys[need]),
      })),
      // Two entries of one place exclude each other.
      asked,
    );
    const known: readonly string[] = Object.values(ROW_WORDS).flat();
    assert.deepEqual(
      DIAGRAM_ACTIONS.flatMap(({ words }) => words).filter((word) => !known.includes(word)),
      [],
    );
  });

  it('has the titles of its commands', () => {
    assert.deepEqual(
      DIAGRAM_ACTIONS.map(({ command, title }) => [command, title]),
      DIAGRAM_ACTIONS.map(({ command }) => [
        command,
        commands.find((known) => known.command === command)?.title,
      ]),
    );
  });

  it('depends on the object and the engine', () => {
    const network: Subject = { kind: 'network', id: networkNamed(rich, 'fx-bra').id };
    assert.deepEqual(titles(network), [
      'Inspect',
      'Reveal in Networks View',
      'Connect Container…',
      'Copy Name',
      'Copy Id',
      'Copy Subnet',
      'Copy docker Command',
      'Remove Network…',
    ]);
    const lost = titles(network, { acts: false, sample: true, local: false });
    assert.ok(!lost.includes('Remove Network…') && lost.includes('Copy Subnet'));
    assert.ok(!titles({ kind: 'network', id: networkNamed(rich, 'host').id }).includes('Remove Network…'));
    assert.deepEqual(titles({ kind: 'host' }), []);
    assert.deepEqual(titles({ kind: 'container', id: 'gone' }), []);
  });

  it('offers no veth name where the engine is elsewhere', () => {
    const container: Subject = { kind: 'container', id: containerNamed(rich, 'fx-a2').id };
    assert.ok(titles(container).includes('Find veth Name'));
    assert.ok(!titles(container, { ...real, local: false }).includes('Find veth Name'));
  });

  it('says where a container stands: on the network of the diagram, on its only one, or between several', () => {
    const several = rich.containers.find(({ endpoints }) => endpoints.length > 1);
    assert.ok(several);
    const subject = { kind: 'container', id: several.id } as const;
    assert.equal(rowOfSubject(rich, whole, subject)?.networkId, '');
    const at = several.endpoints[1]?.networkId ?? '';
    assert.equal(rowOfSubject(rich, { kind: 'network', id: at }, subject)?.networkId, at);
    const only = containerNamed(rich, 'fx-share');
    const row = rowOfSubject(rich, whole, { kind: 'container', id: only.id });
    assert.ok(row?.words.includes('container') && !row.words.includes('disconnectable'));
  });
});
