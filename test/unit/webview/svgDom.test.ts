import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { drawScene, layoutTopology, type SvgNode } from '../../../src/diagram';
import { mount, patch, type DrawnElement } from '../../../src/webview/svgDom';
import { small } from '../diagram/fixtures';

const counter: { touched: number } = { touched: 0 };

/** Changes of elements while something is done. */
function changesOf(work: () => void): number {
  const before = counter.touched;
  work();
  return counter.touched - before;
}

/** As much of an element as the drawing uses; counts each change. */
class FakeElement implements DrawnElement<FakeElement> {
  readonly attributes = new Map<string, string>();
  readonly children: FakeElement[] = [];
  parent: FakeElement | undefined;
  private content: string | null = null;

  constructor(readonly tag: string) {}

  get textContent(): string | null {
    return this.content;
  }

  set textContent(text: string | null) {
    counter.touched += 1;
    this.content = text;
  }

  setAttribute(name: string, value: string): void {
    counter.touched += 1;
    this.attributes.set(name, value);
  }

  removeAttribute(name: string): void {
    counter.touched += 1;
    this.attributes.delete(name);
  }

  insertBefore(child: FakeElement, before: FakeElement | null): void {
    counter.touched += 1;
    child.detach();
    const place = before === null ? this.children.length : this.children.indexOf(before);
    this.children.splice(place, 0, child);
    child.parent = this;
  }

  remove(): void {
    counter.touched += 1;
    this.detach();
  }

  private detach(): void {
    const siblings = this.parent?.children;
    siblings?.splice(siblings.indexOf(this), 1);
    this.parent = undefined;
  }
}

const create = (tag: string): FakeElement => new FakeElement(tag);

/** The tree that elements stand for. */
function read(element: FakeElement): unknown {
  return [
    element.tag,
    Object.fromEntries([...element.attributes].sort()),
    element.textContent,
    element.children.map(read),
  ];
}

function expected({ tag, attributes, text, children }: SvgNode): unknown {
  return [tag, Object.fromEntries(Object.entries(attributes).sort()), text ?? null, children.map(expected)];
}

const leaf = fc.record({
  tag: fc.constantFrom('rect', 'text'),
  attributes: fc.dictionary(fc.constantFrom('x', 'y', 'class'), fc.constantFrom('1', '2')),
});
const tree = fc
  .uniqueArray(fc.record({ key: fc.constantFrom(...'abcdefgh'), node: leaf }), { selector: ({ key }) => key })
  .map((children): SvgNode => ({
    tag: 'g',
    key: 'root',
    attributes: {},
    children: children.map(({ key, node }) => ({ ...node, key, children: [] })),
  }));

describe('svgDom', () => {
  it('mounts the drawing as it is', () => {
    const node = drawScene(layoutTopology(small));
    assert.deepEqual(read(mount(node, create).element), expected(node));
  });

  it('patches any drawing into any other', () => {
    fc.assert(
      fc.property(tree, tree, tree, (first, second, third) => {
        const drawn = mount(first, create);
        patch(drawn, second, create);
        assert.deepEqual(read(drawn.element), expected(second));
        patch(drawn, third, create);
        assert.deepEqual(read(drawn.element), expected(third));
      }),
    );
  });

  it('touches nothing where nothing changed, and little where little did', () => {
    const drawn = mount(drawScene(layoutTopology(small)), create);
    const same = drawScene(layoutTopology(structuredClone(small)));
    assert.equal(
      changesOf(() => patch(drawn, same, create)),
      0,
    );
    const stopped = structuredClone(small);
    Object.assign(stopped.containers.find(({ name }) => name === 'h1') ?? {}, { state: 'exited' });
    const other = drawScene(layoutTopology(stopped));
    const changes = changesOf(() => patch(drawn, other, create));
    assert.ok(changes > 0 && changes <= 8, `${changes} changes`);
  });
});
