import { isCommandPosition } from './commandPosition';
import type { Command } from './words';

const shells = /(?:^|[\\/])(?:(?:ba|da|a|z|k|mk|fi)?sh|su|cmd|powershell|pwsh)(?:\.exe)?$/i;
/** `-c`, `-lc`, `/c`, `-Command` */
const commandFlag = /^(?:-[a-z]{0,5}c|--command|-command|\/[ck])$/i;

/** True where the word is a command line that this command runs on this machine: `sh -c "…"`, `eval "…"`. */
export function isCommandText(command: Command, index: number): boolean {
  const before = command[index - 1]?.text ?? '';
  if (before === 'eval') return isCommandPosition(command, index - 1);
  if (!commandFlag.test(before)) return false;
  const at = command.findIndex(
    ({ text }, position) => shells.test(text) && isCommandPosition(command, position),
  );
  return at >= 0 && at < index;
}
