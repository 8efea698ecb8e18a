import type { BorrowedMode } from '../values/read';

/** Without a network of its own a container has no ports to publish. */
export function closedByMode(mode: BorrowedMode): string {
  switch (mode) {
    case 'host':
      return '**Nothing is published** on the host network, and the engine only warns: what the program listens on is open on the host as it is.';
    case 'none':
      return '**Nothing is published** without a network, and the engine says nothing.';
    case 'container':
    case 'service':
      return '**The engine refuses it:** `conflicting options: port publishing and the container type network mode`';
  }
}
