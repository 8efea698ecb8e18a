/** What a diagram shows: one network, or the whole host. */
export type DiagramTarget = { readonly kind: 'topology' } | { readonly kind: 'network'; readonly id: string };

/** What the reader chose to see of it. The same choices always give the same picture. */
export interface LayoutOptions {
  /** Leave out networks without containers (whole topology). */
  readonly hideEmpty?: boolean;
  /** Leave out the engine's own networks where no container is on them (whole topology). */
  readonly hideDefault?: boolean;
  /** Leave out containers that are not running, paused or restarting. */
  readonly hideStopped?: boolean;
  /** Ids of the folds (`Subject` of kind `fold`) that are open. */
  readonly unfolded?: readonly string[];
  /**
   * Names of the host's ends of veth pairs by `container id@network id`, as they were read on the host when the reader asked
   * for them. The Engine API does not tell them.
   */
  readonly veths?: Readonly<Record<string, string>>;
}
