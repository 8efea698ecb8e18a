import assert from 'node:assert/strict';
import { plainLabel } from '../../../../src/views/rows/plainLabel';

describe('a name of an engine in a label', () => {
  it('is text where VS Code would draw an icon, and as it is elsewhere', () => {
    assert.equal(plainLabel('$(flame) a$(sync~spin)'), '\\$(flame) a\\$(sync~spin)');
    assert.equal(plainLabel('$($(flame))'), '$(\\$(flame))');
    assert.equal(plainLabel('$(HOME)/$(a b) $()'), '\\$(HOME)/$(a b) $()');
  });

  it('shows what can’t be seen', () => {
    assert.equal(plainLabel('x\n\u202ey'), 'x��y');
  });
});
