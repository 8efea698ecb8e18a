/**
 * Makes a row of controls one stop for Tab, with arrows, Home and End between them, as toolbars and menus have it. A field
 * keeps the arrows while there is text to go through in it.
 */
export function rove(element: HTMLElement, items: () => readonly HTMLElement[]): { refresh(): void } {
  const seen = (): readonly HTMLElement[] => items().filter((item) => item.offsetParent !== null);
  const mark = (current: HTMLElement | undefined): void => {
    items().forEach((item) => item.setAttribute('tabindex', item === current ? '0' : '-1'));
  };
  /** The control that had the focus last. */
  let last: HTMLElement | undefined;
  const refresh = (): void => {
    const all = seen();
    mark(all.find((item) => item === last) ?? all[0]);
  };
  element.addEventListener('focusin', ({ target }) => {
    const item = items().find((one) => target instanceof Node && one.contains(target));
    if (item) {
      last = item;
      mark(item);
    }
  });
  element.addEventListener('keydown', (event) => {
    const all = seen();
    const at = all.findIndex((item) => item.contains(document.activeElement));
    const to = at < 0 || event.defaultPrevented ? undefined : all.at(nextPlace(event.key, at, all.length));
    if (to && event.key in steps && !keepsArrows(event)) {
      event.preventDefault();
      to.focus();
    }
  });
  return { refresh };
}

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowDown: 1,
  Home: 0,
  End: 0,
};

function nextPlace(key: string, at: number, length: number): number {
  return key === 'Home' ? 0 : key === 'End' ? length - 1 : (at + (steps[key] ?? 0) + length) % length;
}

function keepsArrows({ target }: KeyboardEvent): boolean {
  return (
    target instanceof HTMLElement &&
    'value' in target &&
    typeof target.value === 'string' &&
    target.value !== ''
  );
}
