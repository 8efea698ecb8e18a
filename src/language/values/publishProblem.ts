import type { Span } from '../span';

/** Accepted by the command line, yet surely not meant. */
export type PublishOddity = Span &
  (
    | { readonly code: 'extraProtocol'; readonly ignored: string; readonly used: string }
    | { readonly code: 'containerPortZero' }
    | { readonly code: 'ignoredKey'; readonly key: string }
  );

/** Why the command line refuses the value, and where. */
export type PublishProblem = Span &
  (
    | { readonly code: 'publish.format'; readonly actual: string }
    | { readonly code: 'publish.address'; readonly actual: string; readonly reason: string | undefined }
    | { readonly code: 'publish.noContainerPort'; readonly actual: string }
    | { readonly code: 'publish.containerPort'; readonly actual: string }
    | {
        readonly code: 'publish.hostPort';
        readonly actual: string;
        readonly containerPort: string;
        readonly address: boolean;
      }
    | { readonly code: 'publish.ranges'; readonly host: string; readonly container: string }
    | { readonly code: 'publish.protocol'; readonly actual: string }
  );
