import assert from 'node:assert/strict';
import { layoutTopology } from '../../src/diagram';
import { plainOptions } from '../../src/protocol';
import { small } from '../unit/diagram/fixtures';
import { openPage, type WebviewPage } from './support/page';
import { editorThemes } from './support/themes';

describe('the page without an editor around it', function () {
  this.timeout(60_000);
  let view: WebviewPage | undefined;

  afterEach(async () => {
    await view?.close();
    view = undefined;
  });

  for (const theme of editorThemes) {
    it(`draws in ${theme}, and the policy refuses nothing`, async () => {
      view = await openPage({ theme });
      assert.equal((await view.sent())[0]?.type, 'ready');
      const scene = layoutTopology(small);
      await view.post({
        type: 'scene',
        target: { kind: 'topology' },
        options: plainOptions,
        scene,
        old: undefined,
        back: undefined,
        menus: {},
      });
      await view.painted();
      const [first] = scene.boxes;
      await view.page.locator(`[data-id="${first?.id ?? ''}"]`).waitFor();
      assert.deepEqual(view.complaints, []);
      assert.equal((await view.saved())?.target.kind, 'topology');
    });
  }

  it('tells what the policy refuses', async () => {
    view = await openPage();
    await view.page.evaluate(
      'document.body.append(Object.assign(document.createElement("style"), { textContent: "body{}" }))',
    );
    await view.painted();
    assert.match(view.complaints.join('\n'), /Content Security Policy/);
  });

  it('keeps its own address and sends no forms', async () => {
    view = await openPage();
    const before = await view.page.evaluate<string>('document.baseURI');
    await view.page.evaluate(`(() => {
      document.head.append(Object.assign(document.createElement('base'), { href: 'https://elsewhere.test/' }));
      const form = Object.assign(document.createElement('form'), { action: 'https://elsewhere.test/', method: 'post' });
      document.body.append(form);
      form.submit();
    })()`);
    await view.painted();
    assert.equal(await view.page.evaluate<string>('document.baseURI'), before);
    assert.match(view.complaints.join('\n'), /base-uri 'none'[^]*form-action 'none'/);
  });
});
