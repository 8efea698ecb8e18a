import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  glimpse,
  goneText,
  inspectPath,
  inspectTargetOf,
  inspectText,
  oldText,
  readInspectPath,
  type InspectTarget,
} from '../../../../src/views/objects/inspectText';
import { containerNamed, networkNamed, rich } from '../../fixture';

const target = (name: string): InspectTarget => ({ kind: 'network', id: networkNamed(rich, name).id });
const AT = new Date(2026, 0, 2, 12, 3, 10).getTime();

describe('the path of a document', () => {
  it('names the object for people and for Portolan', () => {
    assert.equal(
      inspectPath({ kind: 'network', id: '3f9c' }, 'shop_front'),
      '/networks/3f9c/shop_front.json',
    );
    assert.equal(
      inspectPath({ kind: 'container', id: '3f9c' }, 'a/../b\u202e\n'),
      '/containers/3f9c/a_.._b__.json',
    );
    assert.equal(inspectPath({ kind: 'node', id: '3f9c' }, ''), '/nodes/3f9c/_.json');
  });

  it('is read back whatever the id and the name are', () => {
    const kinds = fc.constantFrom('network', 'container', 'service', 'node');
    const id = fc.string({ unit: 'binary-ascii', minLength: 1 });
    fc.assert(
      fc.property(kinds, id, fc.string({ unit: 'grapheme' }), (kind, one, name) => {
        assert.deepEqual(readInspectPath(inspectPath({ kind, id: one }, name)), { kind, id: one });
      }),
    );
  });

  it('is none of ours where it is another', () => {
    const others = [
      '',
      '/',
      '/networks/1',
      '/volumes/1/a.json',
      '/networks/1/a.txt',
      '/networks/%/a.json',
      '/networks/1/2/a.json',
    ];
    assert.deepEqual(
      others.map(readInspectPath),
      others.map(() => undefined),
    );
  });

  it('is had of rows that are objects of the engine', () => {
    assert.deepEqual(inspectTargetOf({ kind: 'container', containerId: 'c', networkId: 'n' }), {
      kind: 'container',
      id: 'c',
    });
    assert.equal(inspectTargetOf({ kind: 'fact', parent: 'p', name: 'n', value: 'v' }), undefined);
  });
});

describe('what the picture says of an object', () => {
  it('is its name, and is another when a container joins or is renamed', () => {
    const before = glimpse(target('fx-bra'), rich);
    assert.equal(before?.name, 'fx-bra');
    const member = containerNamed(rich, 'fx-a1');
    const renamed = new Map(rich.containerById).set(member.id, { ...member, name: 'other' });
    assert.notEqual(glimpse(target('fx-bra'), { ...rich, containerById: renamed })?.stamp, before.stamp);
    const network = networkNamed(rich, 'fx-bra');
    const fewer = { ...network, endpoints: network.endpoints.slice(1) };
    const networkById = new Map(rich.networkById).set(network.id, fewer);
    assert.notEqual(glimpse(target('fx-bra'), { ...rich, networkById })?.stamp, before.stamp);
    assert.deepEqual(glimpse(target('fx-bra'), { ...rich }), before);
  });

  it('is nothing once the object is gone', () => {
    assert.equal(glimpse({ kind: 'network', id: 'gone' }, rich), undefined);
    assert.equal(glimpse({ kind: 'service', id: 'gone' }, rich), undefined);
    assert.equal(glimpse({ kind: 'container', id: containerNamed(rich, 'fx-a1').id }, rich)?.name, 'fx-a1');
  });
});

describe('the text of a document', () => {
  it('is the engine’s answer in the engine’s own order', () => {
    assert.equal(
      inspectText({ b: 1, a: [true, null] }),
      '{\n  "b": 1,\n  "a": [\n    true,\n    null\n  ]\n}\n',
    );
  });

  it('says in its first line that the object is gone, and keeps the last content', () => {
    const text = goneText(target('fx-bra'), { text: '{}\n', at: AT });
    assert.match(
      text,
      /^\/\/ This network is gone, or it belongs to another engine\. This is how it was at 12:03:10[^\n]*\.\n\{\}\n$/,
    );
    assert.equal(
      goneText({ kind: 'service', id: 's' }, undefined),
      '// This service is gone, or it belongs to another engine.\n',
    );
  });

  it('keeps the words of an engine in that line', () => {
    assert.equal(oldText('No answer\n"}\u2028.', undefined), '// No answer "} .\n');
  });
});
