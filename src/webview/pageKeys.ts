/** Keys that work wherever the focus is on the page. */
export interface PageKeys {
  find(): void;
  help(): void;
  back(): void;
}

/** Listens last: what had the focus may have taken the key. */
export function listenToKeys(keys: PageKeys): void {
  document.addEventListener('keydown', (event) => {
    const action = event.defaultPrevented ? undefined : actionOf(event, isField(event.target));
    if (action) {
      event.preventDefault();
      keys[action]();
    }
  });
}

type KeyLike = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>;

/** What a key asks the page for; in a field, keys that write text do so. */
export function actionOf(
  { key, altKey, ctrlKey, metaKey }: KeyLike,
  inField: boolean,
): keyof PageKeys | undefined {
  if ((ctrlKey || metaKey) && !altKey) {
    return key.toLowerCase() === 'f' ? 'find' : undefined;
  }
  if (inField) {
    return undefined;
  }
  if (altKey) {
    return key === 'ArrowLeft' ? 'back' : undefined;
  }
  return plainKeys[key];
}

const plainKeys: Readonly<Record<string, keyof PageKeys>> = { '/': 'find', '?': 'help', Backspace: 'back' };

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('vscode-text-field, input, textarea');
}
