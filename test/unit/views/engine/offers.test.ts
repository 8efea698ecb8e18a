import assert from 'node:assert/strict';
import manifest from '../../../../package.json';
import { offerRow } from '../../../../src/views/engine/offers';
import { OFFERS } from '../../../../src/views/rows/nodes';

describe('the offers where no engine can be had', () => {
  it('are rows that run a command', () => {
    assert.deepEqual(
      OFFERS.map(offerRow).map(({ row, command }) => [row.label, row.spoken, command]),
      [
        ['Try Again', 'Try Again, press Enter', { command: 'portolan.refresh' }],
        [
          'Select Docker Endpoint…',
          'Select Docker Endpoint, press Enter',
          { command: 'portolan.selectEndpoint' },
        ],
        [
          'Open the Sample Engine',
          'Open the Sample Engine, press Enter',
          { command: 'portolan.useSampleEngine' },
        ],
        ['What the Engine Said', 'What the Engine Said, press Enter', { command: 'portolan.showLog' }],
        [
          'Settings',
          'Settings, press Enter',
          { command: 'workbench.action.openSettings', arguments: ['@ext:portolan.portolan'] },
        ],
      ],
    );
  });

  it('run the extension’s own commands, and filter the settings by its id', () => {
    const commands = OFFERS.map((offer) => offerRow(offer).command);
    const known = manifest.contributes.commands.map(({ command }) => command);
    assert.deepEqual(
      commands.map(({ command }) => command).filter((command) => !known.includes(command)),
      ['workbench.action.openSettings'],
    );
    assert.deepEqual(commands.at(-1)?.arguments, [`@ext:${manifest.publisher}.${manifest.name}`]);
  });
});
