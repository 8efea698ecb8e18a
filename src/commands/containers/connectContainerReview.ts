import * as vscode from 'vscode';
import type { Store } from '../../engine/state';
import type { OpenEngine } from '../shared/openEngine';
import { askOne, askText, type Line, type Step } from '../shared/quickInputs';
import { signOf } from '../shared/quickRows';
import {
  connectForm,
  connectRemark,
  readAliases,
  type ConnectDraft,
  type ConnectField,
  type ConnectRow,
  type ConnectRowId,
} from './connectContainerForm';

/** What stands above every step. */
export const CONNECT_TITLE = 'Connect Container';

/** The draft once "Connect" was pressed. */
export async function fillIn(
  start: ConnectDraft,
  engine: OpenEngine,
  store: Store,
): Promise<ConnectDraft | undefined> {
  let draft = start;
  let active: ConnectRowId = 'connect';
  for (;;) {
    const step = await askForm(draft, active, engine, store);
    if (step.kind !== 'done' || step.value === 'copy') {
      return undefined;
    }
    active = step.value;
    if (active === 'connect') {
      return draft;
    }
    draft = await askField(draft, active, engine);
  }
}

function askForm(
  draft: ConnectDraft,
  active: ConnectRowId,
  { topology }: OpenEngine,
  store: Store,
): Promise<Step<ConnectRowId>> {
  const form = (): ReturnType<typeof connectForm> => connectForm(draft, topology());
  return askOne<ConnectRowId>({
    title: CONNECT_TITLE,
    placeholder: 'Enter on “Connect” connects; on any other row, changes it',
    lines: () => (form()?.rows ?? []).map(toLine),
    active,
    press: (id) => {
      const now = form();
      if (id === 'copy') {
        void vscode.env.clipboard.writeText((now?.commands ?? []).join('\n'));
        vscode.window.setStatusBarMessage('The command was copied.', 3000);
        return { stayAt: id };
      }
      return id === 'connect' && now?.firstError !== undefined ? { stayAt: now.firstError } : 'leave';
    },
    changes: (listener) => store.onDidChangeState(listener),
  });
}

const LABELS: Readonly<Record<ConnectField, string>> = {
  ipv4: 'IPv4 address',
  ipv6: 'IPv6 address',
  aliases: 'Aliases',
};

const QUESTIONS: Readonly<Record<ConnectField, { readonly prompt: string; readonly placeholder: string }>> = {
  ipv4: {
    prompt: 'IPv4 address of the container on this network. Empty: the engine chooses one.',
    placeholder: '172.28.0.10',
  },
  ipv6: {
    prompt: 'IPv6 address of the container on this network. Empty: the engine chooses one.',
    placeholder: 'fd00::10',
  },
  aliases: {
    prompt: 'Further names of the container on this network, with commas between them.',
    placeholder: 'db, database',
  },
};

/** Escape leaves the field as it was. */
async function askField(
  draft: ConnectDraft,
  field: ConnectField,
  { topology }: OpenEngine,
): Promise<ConnectDraft> {
  const read = (text: string): ConnectDraft => ({
    ...draft,
    [field]: field === 'aliases' ? readAliases(text) : text.trim(),
  });
  const step = await askText({
    title: `${CONNECT_TITLE}: ${LABELS[field]}`,
    back: true,
    ...QUESTIONS[field],
    value: field === 'aliases' ? draft.aliases.join(', ') : draft[field],
    check: (text) => {
      const remark = connectRemark(read(text), field, topology());
      return remark && { ...remark, blocks: false };
    },
  });
  return step.kind === 'done' ? read(step.value) : draft;
}

function toLine({ id, label, description, detail, state }: ConnectRow): Line<ConnectRowId> {
  const usual = id === 'connect' ? 'play' : id === 'copy' ? 'copy' : 'blank';
  return { label, description, detail, ...signOf(state, usual), value: id };
}
