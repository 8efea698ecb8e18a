import type { FromWebview, SavedState, ToPage, ToWebview } from '../protocol';
import { decodeSavedState } from '../protocol/decode';
import { makeWholeScenes } from '../protocol/thinScenes';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The extension's side of the wall: intents go there, pictures come from there. */
export interface Host {
  send(message: FromWebview): void;
  saved(): SavedState | undefined;
  save(state: SavedState): void;
  listen(receive: (message: ToWebview) => void): void;
}

/** Connects to the extension. Only the editor can post to this page, so its messages are taken as they are. */
export function connectHost(): Host {
  const api = acquireVsCodeApi();
  return {
    send: (message) => api.postMessage(message),
    saved: () => decodeSavedState(api.getState()),
    save: (state) => api.setState(state),
    listen: (receive) => {
      const whole = makeWholeScenes();
      window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
        const message = whole(data);
        if (message) {
          receive(message);
        } else {
          api.postMessage({ type: 'again' } satisfies FromWebview);
        }
      });
    },
  };
}
