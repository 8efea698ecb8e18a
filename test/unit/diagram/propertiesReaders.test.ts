import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
  describeSubject,
  findSubjects,
  layoutTarget,
  renderSvg,
  tabulate,
  traceSubject,
  writeMarkdown,
  writeMermaid,
  type Subject,
} from '../../../src/diagram';
import { allFolds } from './geometry';
import { runs, scenesOf, sights, subjectOf, type Sight } from './sights';

/** Whatever an engine has, none of these throws: a panel asks them with what a person points at. */
describe('what is read from any picture', function () {
  this.timeout(120_000);

  function everySubject({ snapshot, topology }: Sight): readonly Subject[] {
    return [
      { kind: 'host' },
      ...topology.networks.map(({ id }) => ({ kind: 'network', id }) as const),
      ...topology.containers.map(({ id }) => subjectOf(id)),
      ...topology.ports.map(({ id }) => ({ kind: 'port', id }) as const),
      ...snapshot.services.map(({ id }) => ({ kind: 'service', id }) as const),
      ...snapshot.nodes.map(({ id }) => ({ kind: 'node', id }) as const),
      ...allFolds(topology)
        .slice(0, 40)
        .map((id) => ({ kind: 'fold', id }) as const),
      ...(['network', 'container', 'port', 'service', 'node', 'fold'] as const).map((kind) => ({
        kind,
        id: 'gone',
      })),
    ];
  }

  it('is described, found and written', () => {
    fc.assert(
      fc.property(
        sights,
        fc.oneof(fc.string(), fc.constantFrom('c1', '10.0', '80', '<b>', '한')),
        (sight, text) => {
          const { topology, targets, options } = sight;
          everySubject(sight).forEach((subject) => describeSubject(topology, subject));
          for (const target of [...targets, { kind: 'network', id: 'gone' } as const]) {
            findSubjects(topology, target, text);
            for (const { columns, rows } of tabulate(topology, target, options)) {
              rows.forEach(({ cells }) => assert.equal(cells.length, columns.length));
            }
            writeMermaid(topology, target, options);
            writeMarkdown(topology, target, options);
            renderSvg(layoutTarget(topology, target, options));
          }
        },
      ),
      runs(10),
    );
  });

  it('leads a trace over boxes and wires that are there', () => {
    fc.assert(
      fc.property(sights, (sight) => {
        const subjects = everySubject(sight);
        for (const scene of scenesOf(sight)) {
          const boxes = new Set(scene.boxes.map(({ id }) => id));
          const wires = new Set(scene.wires.map(({ id }) => id));
          for (const subject of subjects) {
            const trace = traceSubject(sight.topology, scene, subject);
            for (const step of trace?.steps ?? []) {
              step.boxes.forEach((id) => assert.ok(boxes.has(id), `no box ${id} in ${scene.title}`));
              step.wires.forEach((id) => assert.ok(wires.has(id), `no wire ${id} in ${scene.title}`));
            }
          }
        }
      }),
      runs(10),
    );
  });
});
