import type { EngineCalls } from './calls';
import type { RawSnapshot } from './decode';
import { EngineFault } from './problem';
import { list, object } from './wire';

/** The calls of the sample engine: it shows what was recorded, and changes nothing. */
export function sampleCalls(snapshot: RawSnapshot): EngineCalls {
  const known = [
    ...list(snapshot.inspected),
    ...list(snapshot.networks),
    ...list(snapshot.containers),
    ...list(snapshot.services),
    ...list(snapshot.nodes),
  ];
  const inspect = (id: string): Promise<unknown> => {
    const found = known.find((item) => (object(item).Id ?? object(item).ID) === id);
    return found === undefined ? refuse(`the sample engine has no ${id}`) : Promise.resolve(found);
  };
  const change = (): Promise<never> =>
    refuse('the sample engine is a recording: nothing in it can be changed');
  return {
    inspectNetwork: inspect,
    inspectContainer: inspect,
    inspectService: inspect,
    inspectNode: inspect,
    createNetwork: change,
    removeNetwork: change,
    connectContainer: change,
    disconnectContainer: change,
    openShell: change,
    readFiles: change,
    followLogs: change,
  };
}

function refuse(detail: string): Promise<never> {
  return Promise.reject(new EngineFault({ reason: 'engineError', detail }));
}
