import assert from 'node:assert/strict';
import { hoverAt, type Facts } from '../../../src/language';
import { service } from './marker';
import { hoverFacts } from './hoverWorld';
import { takeCursor } from './writing';

const { topology } = hoverFacts;

/** The name of what can be shown of the engine from the hover at the `|`. */
function shownAt(
  language: string,
  marked: string,
  facts: Facts | undefined = hoverFacts,
): string | undefined {
  const { text, offset } = takeCursor(marked);
  const hover = hoverAt(text, language, offset, facts);
  assert.ok(hover, 'no hover');
  const { subject } = hover;
  if (!subject) return undefined;
  return subject.kind === 'network'
    ? `network ${topology.networkById.get(subject.networkId)?.name ?? 'unknown'}`
    : `container ${topology.containerById.get(subject.containerId)?.name ?? 'unknown'}`;
}

describe('a hover shows the way to', () => {
  const commands: readonly (readonly [marked: string, shown: string | undefined])[] = [
    ['docker run --net shop_f|ront x', 'network shop_front'],
    ['docker run --net name=shop_front,alias=|a x', 'network shop_front'],
    ['docker run --net br|idge x', 'network bridge'],
    ['docker run --net ho|st x', 'network host'],
    ['docker run --net container:a|pi x', 'container api'],
    ['docker run --link d|b x', 'container db'],
    ['docker run --link lo|st x', undefined],
    ['docker run --net lo|st x', undefined],
    ['docker network connect --alias |a shop_front web', 'network shop_front'],
    ['docker run --name web --net shop_front -p 80|80:80 x', 'network shop_front'],
    ['docker run -p 80|80:80 x', undefined],
    ['podman run --net shop_f|ront x', undefined],
  ];
  for (const [marked, shown] of commands) {
    it(`${shown ?? 'nothing'} at ${marked}`, () => {
      assert.equal(shownAt('shellscript', marked), shown);
    });
  }

  it('what a service joins and shares', () => {
    const at = (line: string) => shownAt('dockercompose', service(line));
    assert.equal(at('networks: [fr|ont]'), 'network shop_front');
    assert.equal(at('networks:\n  front:\n    aliases: [w|ww]'), 'network shop_front');
    assert.equal(at('networks: [lo|st]'), undefined);
    assert.equal(at('network_mode: service:a|pi'), 'container api');
    assert.equal(at('links: [d|b]'), 'container db');
    assert.equal(at('networks: [front]\nports: ["80|80:80"]'), 'network shop_front');
    assert.equal(shownAt('dockercompose', 'networks:\n  fr|ont:\n'), 'network shop_front');
    assert.equal(
      shownAt('dockercompose', 'networks:\n  front:\n    internal: tr|ue\n'),
      'network shop_front',
    );
  });

  it('nothing of another project, and nothing without an engine', () => {
    const marked = service('networks: [fr|ont]');
    assert.equal(shownAt('dockercompose', marked, { topology, folder: 'other' }), undefined);
    const { text, offset } = takeCursor(marked);
    assert.equal(hoverAt(text, 'dockercompose', offset)?.subject, undefined);
  });
});
