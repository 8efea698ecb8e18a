import { compareNames, type Container, type Topology } from '../model';

/** What holds the containers of a fold together; `rest` are those that there was no room for. */
export type FoldReason = 'project' | 'service' | 'rest';

interface Fold {
  readonly id: string;
  /** Name of the project or the service; `+37 more` for the rest. */
  readonly title: string;
  readonly reason: FoldReason;
  /** All that are in it, however deep. */
  readonly containers: readonly Container[];
}

/** A container, or containers that are folded into one box, or an open fold with what is in it. */
export type FoldItem =
  | { readonly kind: 'container'; readonly container: Container }
  | ({ readonly kind: 'fold' } & Fold)
  | ({ readonly kind: 'group'; readonly items: readonly FoldItem[] } & Fold);

/** A place shows up to this many containers as they are; more are folded. */
export const mostShown = 12;

/** How many places each page has: the one that is always there, then those that are opened; the last holds all. */
const pages = [mostShown, 48, 192, 768, 3072, Infinity] as const;

/**
 * The containers of one place (`scope`: a network's id, `host`, `unattached`, see `foldScopeOf`), folded where they are
 * many: by compose project, then by service, then the rest by number. Fold ids are made of the scope and the names, never
 * of a count or a place, so that a fold stays open over updates. So many as `places` are shown as they are.
 */
export function foldContainers(
  scope: string,
  members: readonly Container[],
  unfolded: ReadonlySet<string>,
  places: number = mostShown,
): readonly FoldItem[] {
  return members.length <= places
    ? members.map(asItem)
    : showProjects(scope, members, { index: 0, places }, unfolded);
}

/**
 * How many containers a scope of the whole topology shows as they are: fewer between networks, where they stand on top of each
 * other, and on large hosts, whose picture would be too large to read.
 */
export function placesFor({ containers }: Topology, scope: string): number {
  const places = containers.length <= 300 ? mostShown : containers.length <= 2000 ? 6 : 3;
  return scope.includes('+') ? Math.min(places, containers.length <= 300 ? 6 : 4) : places;
}

interface Page {
  readonly index: number;
  readonly places: number;
}

function pageAt(index: number): Page {
  return { index, places: pages[index] ?? Infinity };
}

/**
 * Ids of the folds that may hide a container in a scope, the outermost first: with all of them open it is shown. One that
 * shares the network of another hangs on that one: ask for its owner.
 */
export function foldIdsOf(scope: string, { composeProject, composeService }: Container): readonly string[] {
  const ids = restIds(scope);
  if (!composeProject) {
    return ids;
  }
  const project = projectId(scope, composeProject);
  ids.push(project, ...restIds(project));
  if (composeService) {
    const service = serviceId(project, composeService);
    ids.push(service, ...restIds(service));
  }
  return ids;
}

/**
 * The scope that a container is folded in, in the drawing of the whole topology: its network's id, `host`, `unattached`, or
 * its networks' ids where it is on several. In a network's own drawing the scope is that network's id.
 */
export function foldScopeOf({ networkById }: Topology, { mode, endpoints }: Container): string {
  const [first, second] = endpoints;
  if (mode.kind === 'host' || (first && networkById.get(first.networkId)?.driver === 'host')) {
    return 'host';
  }
  if (!first) {
    return 'unattached';
  }
  return second ? endpoints.map(({ networkId }) => networkId).join('+') : first.networkId;
}

type Unit = Container | Fold;

function asItem(container: Container): FoldItem {
  return { kind: 'container', container };
}

function projectId(scope: string, name: string): string {
  return `${scope}/project=${escaped(name)}`;
}

function serviceId(project: string, name: string): string {
  return `${project}/service=${escaped(name)}`;
}

/** Labels may hold anything: a slash in a name makes no new level. */
export function escaped(name: string): string {
  return name.replace(/[%/]/g, (sign) => (sign === '%' ? '%25' : '%2F'));
}

/** Opening one shows the next page. */
function restId(level: string, page: number): string {
  return page === 0 ? `${level}/rest` : `${level}/rest=${page + 1}`;
}

function restIds(level: string): string[] {
  return pages.slice(1).map((_, page) => restId(level, page));
}

/** By project; where all are of one, by its services, as a fold of everything tells nothing. */
function showProjects(
  scope: string,
  members: readonly Container[],
  page: Page,
  unfolded: ReadonlySet<string>,
): FoldItem[] {
  const [projects, others] = split(members, ({ composeProject }) => composeProject);
  const [only] = projects.keys();
  return projects.size === 1 && only !== undefined && others.length === 0
    ? showServices(projectId(scope, only), members, page, unfolded)
    : showUnits(
        scope,
        unitsOf(projects, others, 'project', (name) => projectId(scope, name)),
        page,
        unfolded,
      );
}

function showServices(
  project: string,
  members: readonly Container[],
  page: Page,
  unfolded: ReadonlySet<string>,
): FoldItem[] {
  const [services, others] = split(members, ({ composeService }) => composeService);
  const [only] = services.keys();
  return services.size === 1 && only !== undefined && others.length === 0
    ? showUnits(serviceId(project, only), members, page, unfolded)
    : showUnits(
        project,
        unitsOf(services, others, 'service', (name) => serviceId(project, name)),
        page,
        unfolded,
      );
}

/** Those with a name by it, in the order in which the names come; those without are left over. */
function split(
  members: readonly Container[],
  nameOf: (container: Container) => string | undefined,
): [ReadonlyMap<string, Container[]>, readonly Container[]] {
  const named = new Map<string, Container[]>();
  const others: Container[] = [];
  for (const container of members) {
    const name = nameOf(container);
    const known = name ? named.get(name) : others;
    if (known) {
      known.push(container);
    } else if (name) {
      named.set(name, [container]);
    }
  }
  return [named, others];
}

/** Those of one compose project, and in it of one service, beside each other: in the order of the names, so that one more changes it for no other. */
export function gatherProjects(members: readonly Container[]): readonly Container[] {
  if (!members.some(({ composeProject }) => composeProject)) {
    return members;
  }
  const [projects, others] = split(members, ({ composeProject }) => composeProject);
  const gathered = byName(projects).flatMap((own) => {
    const [services, rest] = split(own, ({ composeService }) => composeService);
    return [...byName(services).flat(), ...rest];
  });
  return gathered.concat(others);
}

function byName(named: ReadonlyMap<string, readonly Container[]>): (readonly Container[])[] {
  return [...named].sort(([a], [b]) => compareNames(a, b)).map(([, containers]) => containers);
}

/** One alone needs no fold. */
function unitsOf(
  named: ReadonlyMap<string, readonly Container[]>,
  others: readonly Container[],
  reason: FoldReason,
  idOf: (name: string) => string,
): Unit[] {
  const units: Unit[] = [];
  for (const [title, containers] of named) {
    const [first] = containers;
    units.push(containers.length === 1 && first ? first : { id: idOf(title), title, reason, containers });
  }
  return units.length === 0 ? [...others] : units.concat(others);
}

/** As many as the page has places; the others are a fold, and behind it the next page. */
function showUnits(
  level: string,
  units: readonly Unit[],
  page: Page,
  unfolded: ReadonlySet<string>,
): FoldItem[] {
  const { index, places } = page;
  const fits = units.length <= places;
  const items = (fits ? units : units.slice(0, places - 1)).map((unit) => itemOf(unit, unfolded));
  if (fits) {
    return items;
  }
  const rest = units.slice(places - 1);
  const containers = containersOf(rest);
  const fold: Fold = {
    id: restId(level, index),
    title: `+${containers.length} more`,
    reason: 'rest',
    containers,
  };
  items.push(
    unfolded.has(fold.id)
      ? { kind: 'group', ...fold, items: showUnits(level, rest, pageAt(index + 1), unfolded) }
      : { kind: 'fold', ...fold },
  );
  return items;
}

/** All that are in some units; a loop, as this is done for nearly every container of a large host. */
function containersOf(units: readonly Unit[]): readonly Container[] {
  const found: Container[] = [];
  for (const unit of units) {
    if (isFold(unit)) {
      unit.containers.forEach((container) => found.push(container));
    } else {
      found.push(unit);
    }
  }
  return found;
}

function isFold(unit: Unit): unit is Fold {
  return 'reason' in unit;
}

function itemOf(unit: Unit, unfolded: ReadonlySet<string>): FoldItem {
  if (!isFold(unit)) {
    return asItem(unit);
  }
  return unfolded.has(unit.id)
    ? { kind: 'group', ...unit, items: openFold(unit, unfolded) }
    : { kind: 'fold', ...unit };
}

/** What an opened project or service shows; it begins with the larger page. */
function openFold({ id, reason, containers }: Fold, unfolded: ReadonlySet<string>): FoldItem[] {
  return reason === 'project' && containers.length > mostShown
    ? showServices(id, containers, pageAt(1), unfolded)
    : showUnits(id, containers, pageAt(1), unfolded);
}
