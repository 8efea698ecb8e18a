import assert from 'node:assert/strict';
import {
  contentOf,
  isGone,
  takeDiagram,
  withRemark,
  type TakenDiagram,
} from '../../../../src/commands/diagram/takePicture';
import { plainOptions, type PaintMessage } from '../../../../src/protocol';
import type { Painted } from '../../../../src/views/diagram/painter';
import { plain } from '../../fixture';

function taken(painted: Painted, orders: Omit<PaintMessage, 'type'>[] = []): TakenDiagram {
  const paint = (order: Omit<PaintMessage, 'type'>): Promise<Painted> => {
    orders.push(order);
    return Promise.resolve(painted);
  };
  const page = { colours: { colours: { background: '#123456' }, dark: true }, paint };
  return {
    topology: plain,
    target: { kind: 'topology' },
    options: plainOptions,
    veths: {},
    sample: false,
    page,
  };
}

const none: Painted = { picture: undefined, problem: 'the canvas is too large' };

describe('taking a diagram away', () => {
  const textOf = async (format: Parameters<typeof contentOf>[1]): Promise<string> => {
    const content = await contentOf(taken(none), format);
    return content.ok ? new TextDecoder().decode(content.bytes) : content.problem;
  };

  it('writes pictures in the theme’s colours and for print, and text', async () => {
    const [themed, print] = [await textOf('themedSvg'), await textOf('printSvg')];
    assert.match(themed, /^<svg xmlns=.*#123456/s);
    assert.match(print, /^<svg xmlns=/);
    assert.ok(!print.includes('#123456'));
    assert.match(await textOf('mermaid'), /^flowchart /m);
    assert.match(await textOf('markdown'), /^\| /m);
  });

  it('says in a picture of the sample engine that it is one', async () => {
    const svgOf = async (sample: boolean): Promise<string> => {
      const content = await contentOf({ ...taken(none), sample }, 'printSvg');
      return content.ok ? new TextDecoder().decode(content.bytes) : content.problem;
    };
    assert.match(await svgOf(true), /<desc>Sample data, not your Docker; /);
    assert.ok(!(await svgOf(false)).includes('Sample data'));
  });

  it('has the page paint a PNG, and says why it could not', async () => {
    assert.equal(await textOf('png'), 'the canvas is too large');
    const orders: Omit<PaintMessage, 'type'>[] = [];
    const picture = Buffer.from([137, 80, 78, 71]).toString('base64');
    const remark = 'It is painted at 160%.';
    const content = await contentOf(taken({ picture, problem: undefined, remark }, orders), 'png');
    assert.equal(content.ok && content.remark, remark);
    assert.equal(withRemark('Exported.', remark), 'Exported. It is painted at 160%.');
    assert.equal(withRemark('Exported.', undefined), 'Exported.');
    assert.deepEqual(content.ok && [...content.bytes], [137, 80, 78, 71]);
    assert.deepEqual([orders[0]?.to, orders[0]?.scale], ['panel', 2]);
    assert.deepEqual(await contentOf({ ...taken(none), page: undefined }, 'png'), {
      ok: false,
      problem: 'No diagram is in sight that could paint it.',
    });
  });

  it('is the whole topology where no diagram is open, and nothing of a network that is gone', () => {
    const whole = takeDiagram(plain, undefined, {});
    assert.deepEqual(whole.target, { kind: 'topology' });
    assert.equal(isGone(whole), false);
    assert.equal(isGone({ ...whole, target: { kind: 'network', id: 'gone' } }), true);
  });
});
