import type { Disposable } from '../../engine/state';
import type { Topology } from '../../model';
import { askOne, askText, type Line, type StepFrame, type TextRemark } from '../shared/quickInputs';
import {
  driverChoices,
  modeChoices,
  optionOf,
  parentChoices,
  textQuestion,
  type DriverChoice,
  type HostInterface,
} from './createNetworkChoices';
import { withDriver, withPair, withText, type NetworkDraft, type TextField } from './createNetworkDraft';
import { modeKey, remarksOn, worstOf, type RowId } from './createNetworkForm';

/** A form that is being filled in. */
export interface CreateSession {
  draft: NetworkDraft;
  /** What was typed the last time and not made. */
  readonly kept: NetworkDraft | undefined;
  readonly topology: () => Topology;
  readonly changes: (listener: () => void) => Disposable;
  /** Of the machine that the engine runs on; none where that is another one. */
  readonly interfaces: readonly HostInterface[];
}

/** A step of the form; each changes the session's draft and says which way it was left. */
export type Place = 'driver' | 'name' | 'parent' | 'mode' | 'review';

/** Where a step was left to. `next` is forward; a place is a jump. */
export type Left = 'next' | 'back' | 'cancelled' | Place;

/** The driver, of the engine's own list or by its name. */
export async function askDriver(session: CreateSession, frame: StepFrame): Promise<Left> {
  const { draft, kept, topology } = session;
  const step = await askOne<DriverChoice | 'continue'>({
    ...frame,
    placeholder: 'Which driver connects the containers?',
    lines: () => [...keptLine(kept), ...driverChoices(topology())],
    active: kept === undefined ? `driver:${draft.driver}` : 'continue',
    press: (value) => (value.startsWith('closed:') ? { stayAt: value } : 'leave'),
    changes: session.changes,
  });
  if (step.kind !== 'done') {
    return step.kind;
  }
  if (step.value === 'continue' && kept !== undefined) {
    session.draft = kept;
    return 'review';
  }
  if (step.value === 'other') {
    return askOtherDriver(session, frame);
  }
  session.draft = withDriver(draft, step.value.slice('driver:'.length));
  return 'next';
}

function keptLine(kept: NetworkDraft | undefined): readonly Line<'continue'>[] {
  return kept === undefined
    ? []
    : [
        {
          label: kept.name === '' ? 'Continue' : `Continue with ${kept.name}`,
          description: 'what you typed the last time',
          icon: 'history',
          value: 'continue',
        },
      ];
}

async function askOtherDriver(session: CreateSession, frame: StepFrame): Promise<Left> {
  const step = await askText({
    ...frame,
    title: `${frame.title}: Another Driver`,
    back: true,
    value: '',
    prompt: 'The name of the driver’s plugin.',
    placeholder: 'weave',
    check: (text) => {
      const driver = text.trim();
      return driver === ''
        ? { severity: 'error', words: 'A driver has a name.', blocks: true }
        : remarkOn(session, withDriver(session.draft, driver), 'driver');
    },
  });
  if (step.kind === 'done') {
    session.draft = withDriver(session.draft, step.value.trim());
    return 'next';
  }
  return step.kind === 'back' ? 'driver' : 'cancelled';
}

/** One of the texts; only a name that can't be had holds the step, as other fields can be put right together. */
export async function askField(session: CreateSession, field: TextField, frame: StepFrame): Promise<Left> {
  const { draft } = session;
  const step = await askText({
    ...frame,
    ...textQuestion(field, draft, session.topology()),
    value: draft[field],
    check: (text) => remarkOn(session, withText(draft, field, text), field, field === 'name'),
  });
  if (step.kind !== 'done') {
    return step.kind;
  }
  session.draft = withText(draft, field, step.value);
  return 'next';
}

/** The worst that the engine would say to a draft about one row. */
export function remarkOn(
  { topology }: CreateSession,
  draft: NetworkDraft,
  id: RowId,
  blocking = false,
): TextRemark | undefined {
  const worst = worstOf(remarksOn(draft, topology()).filter((remark) => remark.id === id));
  return worst && { ...worst, blocks: blocking && worst.severity === 'error' };
}

/** macvlan and ipvlan: the interface they stand on. */
export async function askParent(session: CreateSession, frame: StepFrame): Promise<Left> {
  const { draft, interfaces } = session;
  const proposals = parentChoices(interfaces);
  if (proposals.length === 0) {
    return askParentText(session, frame);
  }
  const step = await askOne<string>({
    ...frame,
    placeholder: 'Which interface of the host do the containers stand on?',
    lines: () => [
      ...proposals,
      { label: 'Another Interface, or a VLAN of One…', icon: 'ellipsis', value: '.' },
      { label: 'None', description: 'cut off from the outside', icon: 'circle-slash', value: '' },
    ],
    active: draft.options.parent ?? proposals[0]?.value,
  });
  if (step.kind !== 'done') {
    return step.kind;
  }
  if (step.value === '.') {
    const left = await askParentText(session, {
      ...frame,
      title: `${frame.title}: Parent interface`,
      back: true,
    });
    return left === 'back' ? 'parent' : left;
  }
  session.draft = withPair(draft, 'options', 'parent', step.value || undefined);
  return 'next';
}

async function askParentText(session: CreateSession, frame: StepFrame): Promise<Left> {
  const { draft } = session;
  const read = (text: string): NetworkDraft =>
    withPair(draft, 'options', 'parent', text.trim() === '' ? undefined : text.trim());
  const step = await askText({
    ...frame,
    value: draft.options.parent ?? '',
    prompt:
      'An interface of the engine’s host, or a VLAN of one: the engine makes eth0.10. Empty: cut off from the outside.',
    placeholder: 'eth0',
    check: (text) => remarkOn(session, read(text), 'parent'),
  });
  if (step.kind !== 'done') {
    return step.kind;
  }
  session.draft = read(step.value);
  return 'next';
}

/** macvlan and ipvlan: how containers on the same interface meet. */
export async function askMode(session: CreateSession, frame: StepFrame): Promise<Left> {
  const { draft } = session;
  const choices = modeChoices(draft);
  const key = modeKey(draft.driver);
  const isDefault = (value: string): boolean =>
    choices.some((choice) => choice.value === value && choice.description === 'default');
  const step = await askOne<string>({
    ...frame,
    placeholder: optionOf(draft, key)?.meaning ?? key,
    lines: () => choices,
    active: draft.options[key],
  });
  if (step.kind !== 'done') {
    return step.kind;
  }
  session.draft = withPair(draft, 'options', key, isDefault(step.value) ? undefined : step.value);
  return 'next';
}
