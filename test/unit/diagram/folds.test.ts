import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { foldContainers, foldIdsOf, type FoldItem } from '../../../src/diagram/folds';
import type { Container } from '../../../src/model';
import { small } from './fixtures';

const template = small.containers[0];
assert.ok(template);

function container(name: string, project?: string, service?: string): Container {
  assert.ok(template);
  return { ...template, id: name, name, composeProject: project, composeService: service };
}

const several = (amount: number, name: string, project?: string, service?: string): Container[] =>
  Array.from({ length: amount }, (_, index) => container(`${name}-${index}`, project, service));

/** `c`, `fold web 3`, `group web 3 [c c c]`, with runs of containers counted. */
function sketch(items: readonly FoldItem[]): string {
  const words: string[] = [];
  let alone = 0;
  const flush = (): void => {
    words.push(...(alone === 0 ? [] : [`${alone}`]));
    alone = 0;
  };
  for (const item of items) {
    if (item.kind === 'container') {
      alone += 1;
    } else {
      flush();
      const name = `${item.kind} ${item.reason} ${item.title} (${item.containers.length})`;
      words.push(item.kind === 'fold' ? name : `${name} [${sketch(item.items)}]`);
    }
  }
  flush();
  return words.join(', ');
}

const fold = (members: readonly Container[], ...unfolded: string[]): string =>
  sketch(foldContainers('n', members, new Set(unfolded)));

describe('folding of containers', () => {
  it('shows up to twelve as they are', () => {
    assert.equal(fold([...several(6, 'a', 'shop', 'web'), ...several(6, 'b')]), '12');
  });

  it('shows the first of no project, and says how many more there are', () => {
    assert.equal(fold(several(48, 'a')), '11, fold rest +37 more (37)');
  });

  it('opens the rest page by page', () => {
    assert.equal(fold(several(48, 'a'), 'n/rest'), '11, group rest +37 more (37) [37]');
    assert.equal(
      fold(several(300, 'a'), 'n/rest', 'n/rest=2'),
      '11, group rest +289 more (289) [47, group rest +242 more (242) [191, fold rest +51 more (51)]]',
    );
  });

  it('groups many by project, one alone needs no fold', () => {
    const members = [
      ...several(8, 'a', 'shop', 'web'),
      container('lone', 'blog', 'db'),
      ...several(5, 'b', 'mail', 'smtp'),
      ...several(2, 'c'),
    ];
    assert.equal(fold(members), 'fold project shop (8), 1, fold project mail (5), 2');
    assert.equal(fold(members, 'n/project=mail'), 'fold project shop (8), 1, group project mail (5) [5], 2');
  });

  it('groups those of one project by service at once', () => {
    const members = [...several(9, 'a', 'shop', 'web'), ...several(5, 'b', 'shop', 'db')];
    assert.equal(fold(members), 'fold service web (9), fold service db (5)');
    assert.equal(
      fold(members, 'n/project=shop/service=db'),
      'fold service web (9), group service db (5) [5]',
    );
  });

  it('groups an open project that is long by service, and one service by number', () => {
    const members = [
      ...several(10, 'a', 'shop', 'web'),
      ...several(10, 'b', 'shop', 'db'),
      ...several(2, 'c'),
    ];
    assert.equal(
      fold(members, 'n/project=shop', 'n/project=shop/service=db'),
      'group project shop (20) [fold service web (10), group service db (10) [10]], 2',
    );
    assert.equal(fold(several(20, 'a', 'shop', 'web')), '11, fold rest +9 more (9)');
  });

  it('tells a slash in a label from a level', () => {
    assert.notDeepEqual(
      foldIdsOf('n', container('x', 'a/service=b', 'c')),
      foldIdsOf('n', container('x', 'a', 'b/service=c')),
    );
  });

  const name = fc.option(fc.constantFrom('a', 'b', 'c', 'x/y', '__proto__'), { nil: undefined });
  const crowd = fc
    .array(fc.record({ project: name, service: name, times: fc.integer({ min: 1, max: 40 }) }), {
      maxLength: 12,
    })
    .map((kinds) =>
      kinds.flatMap(({ project, service, times }, index) => several(times, `c${index}`, project, service)),
    );

  const shown = (items: readonly FoldItem[]): string[] =>
    items.flatMap((item) =>
      item.kind === 'container' ? [item.container.id] : item.kind === 'group' ? shown(item.items) : [],
    );
  const held = (items: readonly FoldItem[]): string[] =>
    items.flatMap((item) =>
      item.kind === 'container'
        ? [item.container.id]
        : item.kind === 'group'
          ? held(item.items)
          : item.containers.map(({ id }) => id),
    );

  it('holds each container once, whatever is open', () => {
    fc.assert(
      fc.property(crowd, fc.infiniteStream(fc.boolean()), (members, coins) => {
        const ids = [...new Set(members.flatMap((one) => foldIdsOf('n', one)))];
        const open = new Set(ids.filter(() => coins.next().value));
        const items = foldContainers('n', members, open);
        assert.deepEqual(held(items).sort(), members.map(({ id }) => id).sort());
      }),
    );
  });

  it('shows a container once all its folds are open', () => {
    fc.assert(
      fc.property(crowd, fc.nat(), (members, pick) => {
        const one = members[pick % Math.max(1, members.length)];
        const items = one ? foldContainers('n', members, new Set(foldIdsOf('n', one))) : [];
        assert.ok(!one || shown(items).includes(one.id));
      }),
    );
  });
});
