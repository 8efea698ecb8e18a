import assert from 'node:assert/strict';
import { decodeSnapshot } from '../../../../src/engine/decode';
import { buildTopology, type Topology } from '../../../../src/model';
import { samePicture } from '../../../../src/views/rows/samePicture';
import containers from '../../../fixtures/containers-rich.json';
import info from '../../../fixtures/info.json';
import networks from '../../../fixtures/networks-rich.json';
import version from '../../../fixtures/version.json';
import { plain, rich } from '../../fixture';

type Wire = (typeof containers)[number];

function pictureWith(change: (container: Wire) => object): Topology {
  const changed = containers.map((container) => ({ ...container, ...change(container) }));
  return buildTopology(decodeSnapshot({ version, info, networks, containers: changed }));
}

describe('two pictures', () => {
  it('look the same when only the time has gone on', () => {
    assert.equal(
      samePicture(
        rich,
        pictureWith(() => ({ Status: 'Up 9 hours' })),
      ),
      true,
    );
    assert.equal(samePicture(undefined, undefined), true);
  });

  it('look different when anything that a row shows has changed', () => {
    assert.equal(samePicture(rich, plain), false);
    assert.equal(samePicture(rich, undefined), false);
    assert.equal(samePicture(undefined, rich), false);
    const paused = pictureWith(({ Id }) => (Id === containers[1]?.Id ? { State: 'paused' } : {}));
    assert.equal(samePicture(rich, paused), false);
    const renamed = pictureWith(({ Id }) => (Id === containers[1]?.Id ? { Names: ['/other'] } : {}));
    assert.equal(samePicture(rich, renamed), false);
    const gone = pictureWith(({ Id, NetworkSettings }) =>
      Id === containers[1]?.Id ? { NetworkSettings: { Networks: {} } } : { NetworkSettings },
    );
    assert.equal(samePicture(rich, gone), false);
    assert.equal(samePicture(rich, { ...rich, networks: rich.networks.slice(1) }), false);
  });
});
