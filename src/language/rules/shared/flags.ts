import type { TopicId } from '../../../catalog';
import type { Scope } from '../../use';
import { parseSwitch } from '../../values/switch';

/** True where a switch of a network is on, or may be: what is put in later is not known. */
export function isOn({ uses }: Scope, topic: TopicId): boolean {
  return uses.some((use) => {
    if (use.topic !== topic || use.syntax !== 'switch' || use.kind === 'item') return false;
    const value = parseSwitch(use.text);
    return !value.ok || value.on;
  });
}
