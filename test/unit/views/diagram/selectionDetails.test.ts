import assert from 'node:assert/strict';
import type { Answer } from '../../../../src/engine/calls';
import { decodeContainerDetails, type ContainerDetails } from '../../../../src/engine/decodeDetails';
import { plainOptions, type DetailsMessage } from '../../../../src/protocol';
import { layOut } from '../../../../src/views/diagram/diagramMessages';
import { SelectionDetails, type SelectionContext } from '../../../../src/views/diagram/selectionDetails';
import a2 from '../../../fixtures/container-fx-a2.json';
import { containerNamed, rich } from '../../fixture';
import { crowd } from '../../diagram/networkWorlds';
import { portSubject } from '../../diagram/readersFixtures';
import { settle } from '../../manualClock';

const laid = layOut(
  { topology: rich, target: { kind: 'topology' }, options: plainOptions, veths: {} },
  undefined,
);
const subjectOf = (name: string) => ({ kind: 'container', id: containerNamed(rich, name).id }) as const;

describe('the details of what is selected', () => {
  let sent: DetailsMessage[];
  let answers: ((answer: Answer<ContainerDetails>) => void)[];
  let selection: SelectionDetails;
  let context: SelectionContext;

  beforeEach(() => {
    assert.ok(laid);
    sent = [];
    answers = [];
    context = { ...laid, conditions: { acts: true, sample: false, local: true }, live: true };
    const container = () => new Promise<Answer<ContainerDetails>>((resolve) => answers.push(resolve));
    const network = () => Promise.reject(new Error('not asked'));
    selection = new SelectionDetails({ container, network }, (message) => sent.push(message));
  });

  function groups(): readonly string[] {
    return sent.at(-1)?.facts?.groups.map(({ title }) => title) ?? [];
  }

  it('are there at once, and grow by what the inspect tells', async () => {
    selection.select(subjectOf('fx-a2'), context);
    assert.equal(sent.length, 1);
    assert.equal(sent[0]?.facts?.title, 'fx-a2');
    assert.ok(sent[0].actions.some(({ command }) => command === 'portolan.disconnectContainer'));
    answers[0]?.({ ok: true, value: decodeContainerDetails(a2) });
    await settle();
    assert.equal(sent.length, 2);
    assert.ok(groups().includes('Names inside'));
    // A picture in which nothing of it changed tells nothing.
    selection.update(context);
    assert.equal(sent.length, 2);
  });

  it('say why more is not known, in the engine’s own words', async () => {
    selection.select(subjectOf('fx-a2'), context);
    const problem = { reason: 'engineError', detail: 'no such container' } as const;
    answers[0]?.({ ok: false, problem });
    await settle();
    const facts = sent.at(-1)?.facts?.groups.at(-1)?.facts;
    assert.deepEqual(facts, [{ name: 'Aliases, links and requested ports', value: 'no such container' }]);
  });

  it('count what is in a fold of this diagram, as the reader chose to see it', () => {
    const topology = crowd(40, (wire, index) => ({
      ...wire,
      State: index < 10 ? 'exited' : 'running',
      Labels: { 'com.docker.compose.project': index % 2 ? 'shop' : 'blog' },
    }));
    const id = 'n/project=blog';
    const options = { ...plainOptions, hideStopped: true, unfolded: [id] };
    const target = { kind: 'network', id: 'n' } as const;
    const picture = layOut({ topology, target, options, veths: {} }, undefined);
    assert.ok(picture);
    selection.select({ kind: 'fold', id }, { ...context, ...picture });
    const facts = sent.at(-1)?.facts?.groups[0]?.facts.map(({ name, value }) => `${name} ${value}`);
    assert.deepEqual(facts, ['Shown open', 'Containers 15', 'Running 15', 'Published ports 15']);
  });

  it('of a port name the veth pair that the reader asked for', () => {
    const port = portSubject(rich, 18082);
    const { containerId, target } = rich.ports.find(({ id }) => port.kind === 'port' && id === port.id) ?? {};
    const key = `${containerId ?? ''}@${target?.networkId ?? ''}`;
    const words = (): string | undefined =>
      sent.at(-1)?.trace?.steps.find(({ text }) => text.includes('veth'))?.text;
    selection.select(port, context);
    assert.match(words() ?? '', /; its name the engine does not tell\.$/);
    selection.update({ ...context, veths: { [key]: 'veth8c6ee2b' } });
    assert.match(words() ?? '', /^The veth pair veth8c6ee2b leads from .*; its name was read on the host\.$/);
  });

  it('drop an answer about what is no longer selected', async () => {
    selection.select(subjectOf('fx-a2'), context);
    selection.select(subjectOf('fx-h2'), context);
    answers[0]?.({ ok: true, value: decodeContainerDetails(a2) });
    await settle();
    assert.deepEqual(
      sent.map(({ facts }) => facts?.title),
      ['fx-a2', 'fx-h2'],
    );
    selection.select(undefined, context);
    answers[1]?.({ ok: true, value: decodeContainerDetails(a2) });
    await settle();
    assert.equal(sent.length, 2);
  });

  it('ask nothing of an engine that is lost, and say that an object is gone', () => {
    selection.select(subjectOf('fx-a2'), { ...context, live: false });
    assert.equal(answers.length, 0);
    selection.select({ kind: 'container', id: 'gone' }, context);
    assert.equal(sent.at(-1)?.facts, undefined);
    assert.deepEqual(sent.at(-1)?.actions, []);
  });
});
