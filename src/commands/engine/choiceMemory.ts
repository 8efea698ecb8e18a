import { decodeChoice, type EngineChoice } from '../../engine/choice';

/** What keeps values over a reload of the window: the workspace's memory. */
export interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): Thenable<void>;
}

/** Which engine this workspace looks at, and which it looked at before the sample. */
export interface ChoiceMemory {
  /** Undefined where the docker CLI's rules decide. */
  readonly choice: EngineChoice;
  /** Where leaving the sample leads; anywhere else it is the choice itself. */
  readonly beforeSample: EngineChoice;
  choose(choice: EngineChoice): Promise<void>;
}

const CHOICE = 'engineChoice';
const BEFORE_SAMPLE = 'engineChoiceBeforeSample';

/** Remembers a choice; the sample is a look aside, which takes no endpoint from the user. */
export function choiceMemory(memory: Memory): ChoiceMemory {
  const now = (): EngineChoice => decodeChoice(memory.get(CHOICE));
  return {
    get choice() {
      return now();
    },
    get beforeSample() {
      const choice = now();
      return choice?.kind === 'sample' ? decodeChoice(memory.get(BEFORE_SAMPLE)) : choice;
    },
    async choose(choice) {
      const before = now();
      if (choice?.kind === 'sample' && before?.kind !== 'sample') {
        await memory.update(BEFORE_SAMPLE, before);
      }
      await memory.update(CHOICE, choice);
    },
  };
}
