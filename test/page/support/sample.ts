import type { Subject } from '../../../src/diagram';
import { rich } from '../../unit/diagram/fixtures';
import { openPage, type PageOptions, type WebviewPage } from './page';
import { detailsMessage, sceneMessage, way } from './messages';

/** The container of the recorded engine that stands between two networks. */
export const both = containerNamed('fx-both');
export const bothBox = `container:${both.id}`;

function containerNamed(name: string): Extract<Subject, { id: string }> {
  return { kind: 'container', id: rich.containers.find((one) => one.name === name)?.id ?? '' };
}

/** A page that shows the recorded engine, or what is given. */
export async function openSample(options: PageOptions = {}, message = sceneMessage()): Promise<WebviewPage> {
  const view = await openPage(options);
  await view.post(message);
  await view.painted();
  return view;
}

/** Details of that container with a way whose steps pass its wires. */
export function bothDetails() {
  const { scene } = sceneMessage();
  const wires = scene.wires.filter(({ from, to }) => from === bothBox || to === bothBox).map(({ id }) => id);
  const steps = way.steps.map((step, at) => ({
    ...step,
    boxes: at === 2 ? [bothBox] : [],
    wires: wires.slice(at, at + 1),
  }));
  return { wires, message: detailsMessage(both, { trace: { ...way, steps } }) };
}

export function boxSelector(id: string): string {
  return `.box[data-id="${id}"]`;
}
