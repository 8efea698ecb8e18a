import * as fc from 'fast-check';
import assert from 'node:assert/strict';
import {
  layoutNetwork,
  measureText,
  type LayoutOptions,
  type Scene,
  type TextLine,
} from '../../../src/diagram';
import type { Topology } from '../../../src/model';
import { rich, small } from './fixtures';
import { allFolds, checkCardsAreClear, checkGeometry, checkWires } from './geometry';
import { crowd, drivers, flannel, layer3s, manager, newer, worker } from './networkWorlds';
import { topologies } from './random';

function scenes(topology: Topology): Scene[] {
  const choices: LayoutOptions[] = [
    {},
    { unfolded: allFolds(topology) },
    {
      hideStopped: true,
      veths: Object.fromEntries(topology.containers.map(({ id }) => [`${id}@n0`, 'veth8c6ee2b'])),
    },
  ];
  return topology.networks.flatMap(({ id }) =>
    choices.map((options) => layoutNetwork(topology, id, options)),
  );
}

interface Placed {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

function place({ text, font, anchor, x, y }: TextLine, dx: number, dy: number): Placed {
  const width = measureText(text, font);
  const left = dx + (anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width);
  return { text, left, right: left + width, y: dy + y };
}

/** Lines on about the same height that share a place: a reader could read neither. */
function checkTexts({ boxes, captions }: Scene): void {
  const lines = [
    ...captions.map((caption) => place(caption, 0, 0)),
    ...boxes.flatMap((box) => box.lines.map((one) => place(one, box.x, box.y))),
  ].sort((a, b) => a.y - b.y);
  lines.forEach((a, index) => {
    for (const b of lines.slice(index + 1)) {
      if (b.y - a.y >= 9) {
        break;
      }
      assert.ok(a.right <= b.left + 0.5 || b.right <= a.left + 0.5, `"${a.text}" runs into "${b.text}"`);
    }
  });
}

/** Every parent stands before its children. */
function checkOrder({ boxes }: Scene): void {
  const seen = new Set<string>();
  for (const { id, parent } of boxes) {
    assert.ok(parent === undefined || seen.has(parent), `${parent} before ${id}`);
    seen.add(id);
  }
}

function checkAll(scene: Scene): void {
  checkGeometry(scene);
  checkWires(scene);
  checkCardsAreClear(scene);
  checkTexts(scene);
  checkOrder(scene);
}

const worlds = { rich, small, manager, worker, drivers, flannel, layer3s, newer, 'a crowd': crowd(300) };

describe('any network’s drawing', function () {
  this.timeout(60_000);

  for (const [name, topology] of Object.entries(worlds)) {
    it(`is sound in ${name}`, () => scenes(topology).forEach(checkAll));
  }

  it('is sound for random networks: boxes, wires, texts and order', () => {
    fc.assert(
      fc.property(topologies, (topology) => scenes(topology).forEach(checkAll)),
      { numRuns: 60 },
    );
  });

  it('has one wire for every attachment that is shown', () => {
    fc.assert(fc.property(topologies, checkAttachments), { numRuns: 60 });
  });
});

function checkAttachments(topology: Topology): void {
  for (const { id, endpoints, driver } of topology.networks) {
    const scene = layoutNetwork(topology, id, { unfolded: allFolds(topology) });
    const ends = scene.wires
      .filter(
        ({ kind, from, to }) =>
          kind === 'attachment' && from === 'stage:bridge' && to.startsWith('container:'),
      )
      .map(({ to }) => to);
    const wired = driver === 'host' || driver === 'none' || driver === 'config' ? [] : endpoints;
    assert.deepEqual(ends.sort(), wired.map(({ containerId }) => `container:${containerId}@${id}`).sort());
  }
}
