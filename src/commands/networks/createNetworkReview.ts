import * as vscode from 'vscode';
import { askOne, askText, type Line, type Step, type StepFrame } from '../shared/quickInputs';
import { signOf } from '../shared/quickRows';
import {
  isFlag,
  optionChoices,
  optionOf,
  pairChoices,
  PAIR_QUESTIONS,
  valueChoices,
} from './createNetworkChoices';
import { readPair, sayPair, withPair, type NetworkDraft, type PairField } from './createNetworkDraft';
import { createForm, LABELS, pressRow, type FormRow, type RowId } from './createNetworkForm';
import { askField, askMode, askParent, remarkOn, type CreateSession, type Left } from './createNetworkSteps';

/** The form: each field is a row, Enter changes it and comes back. */
export async function review(session: CreateSession, frame: StepFrame): Promise<Left> {
  let active: RowId = 'create';
  for (;;) {
    const step = await askReview(session, frame, active);
    if (step.kind !== 'done') {
      return step.kind;
    }
    active = step.value;
    if (active === 'create') {
      return 'next';
    }
    if (active === 'driver') {
      return 'driver';
    }
    await editRow(session, active, { title: `${frame.title}: ${LABELS[active]}`, back: true });
  }
}

function askReview(session: CreateSession, frame: StepFrame, active: RowId): Promise<Step<RowId>> {
  const form = (): ReturnType<typeof createForm> => createForm(session.draft, session.topology());
  return askOne<RowId>({
    ...frame,
    placeholder: 'Enter on “Create” makes the network; on any other row, changes it',
    lines: () => form().rows.map(toLine),
    active,
    press: (id) => {
      const now = form();
      const pressed = pressRow(session.draft, id, now);
      if (pressed.kind === 'refused') {
        return { stayAt: pressed.at };
      }
      if (pressed.kind === 'changed') {
        session.draft = pressed.draft;
        return { stayAt: id };
      }
      if (id === 'copy') {
        void vscode.env.clipboard.writeText(now.command);
        vscode.window.setStatusBarMessage('The command was copied.', 3000);
        return { stayAt: id };
      }
      return 'leave';
    },
    changes: session.changes,
  });
}

/** Escape and the back button leave the field as it was. */
async function editRow(session: CreateSession, id: RowId, frame: StepFrame): Promise<void> {
  switch (id) {
    case 'parent':
      await askParent(session, frame);
      return;
    case 'mode':
      await askMode(session, frame);
      return;
    case 'options':
      await askOption(session, frame);
      return;
    case 'labels':
    case 'auxiliary':
      await askPair(session, id, frame);
      return;
    case 'name':
    case 'subnet':
    case 'gateway':
    case 'range':
    case 'subnet6':
    case 'gateway6':
    case 'range6':
      await askField(session, id, frame);
      return;
    case 'create':
    case 'copy':
    case 'driver':
    case 'ipv6':
    case 'internal':
    case 'attachable':
      return;
  }
}

async function askOption(session: CreateSession, frame: StepFrame): Promise<void> {
  const step = await askOne({
    ...frame,
    placeholder: 'Which option of the driver?',
    lines: () => optionChoices(session.draft),
  });
  if (step.kind !== 'done') {
    return;
  }
  if (step.value === 'other') {
    await askPairText(session, 'options', undefined, frame);
  } else {
    const key = step.value.slice('key:'.length);
    await askOptionValue(session, key, { ...frame, title: `${frame.title}: ${key}` });
  }
}

async function askOptionValue(session: CreateSession, key: string, frame: StepFrame): Promise<void> {
  const { draft } = session;
  const option = optionOf(draft, key);
  const choices = option === undefined ? [] : valueChoices(option);
  if (isFlag(option)) {
    session.draft = withPair(draft, 'options', key, key in draft.options ? undefined : '');
  } else if (choices.length === 0) {
    await askPairText(session, 'options', key, frame);
  } else {
    const step = await askOne<string>({
      ...frame,
      placeholder: optionOf(draft, key)?.meaning.replaceAll('`', '') ?? key,
      lines: () => [
        ...choices,
        { label: 'Not Given', description: 'the engine’s default', icon: 'circle-slash', value: '' },
      ],
      active: draft.options[key],
    });
    if (step.kind === 'done') {
      session.draft = withPair(draft, 'options', key, step.value || undefined);
    }
  }
}

async function askPair(session: CreateSession, field: PairField, frame: StepFrame): Promise<void> {
  const pairs = session.draft[field];
  if (Object.keys(pairs).length === 0) {
    return askPairText(session, field, undefined, frame);
  }
  const lines = pairChoices(field, pairs);
  const step = await askOne({ ...frame, placeholder: 'Which one?', lines: () => lines });
  if (step.kind === 'done') {
    const key = step.value === 'new' ? undefined : step.value.slice('key:'.length);
    await askPairText(session, field, key, frame);
  }
}

/** One `name=value` as text. Cleared, it is removed. */
async function askPairText(
  session: CreateSession,
  field: PairField,
  key: string | undefined,
  frame: StepFrame,
): Promise<void> {
  const { draft } = session;
  const old = key === undefined ? undefined : draft[field][key];
  const read = (text: string): NetworkDraft => {
    const pair = readPair(text);
    const without = key === undefined ? draft : withPair(draft, field, key, undefined);
    if (pair === undefined) {
      return without;
    }
    return withPair(pair.key === key ? draft : without, field, pair.key, pair.value);
  };
  const step = await askText({
    ...frame,
    ...PAIR_QUESTIONS[field],
    value: key === undefined ? '' : old === undefined ? `${key}=` : sayPair([key, old]),
    check: (text) => remarkOn(session, read(text), field),
  });
  if (step.kind === 'done') {
    session.draft = read(step.value);
  }
}

const ICONS: Readonly<Partial<Record<RowId, string>>> = { create: 'play', copy: 'copy' };

function toLine({ id, label, description, detail, state, section }: FormRow): Line<RowId> {
  return { label, description, detail, ...signOf(state, ICONS[id] ?? 'blank'), section, value: id };
}
