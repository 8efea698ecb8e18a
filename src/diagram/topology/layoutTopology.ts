import type { Network, Topology } from '../../model';
import { addBox, addWire, emptyDraft, finish, type Draft } from '../draft';
import { placesFor } from '../folds';
import type { LayoutOptions } from '../options';
import type { Box, Scene } from '../scene';
import { line, measureText, tame } from '../text';
import { count, networkTone } from '../words';
import { makeBlocks, singleBlock, sizeBlock, type Block } from './block';
import { boxIdOf, collectEdge, countWays, findPlaces, type EdgeRow } from './entries';
import { emitBlock, hostId } from './emit';
import { edgeTop, edgeWidth, edgeX, emitEdge, frameX } from './hostEdge';
import { packBlocks, shelfWidth } from './pack';
import { emitNodes } from './nodes';
import { placeShelves, type Grid } from './place';
import { findTunnels } from './tunnels';
import { populate, regionNetworks, type Population } from './population';
import { makeUnattached, type Context } from './region';
import { hideStopped } from './hidden';
import { makeRoutes, routePoints, type EdgeRoute } from './routes';

const margin = 20;

/**
 * The whole host: published ports at its left edge, networks as packed regions, containers inside or between them.
 *
 * The order is the topology's, and wires come to a shelf from below it, so that a change moves only what it must. A container
 * that comes to one network moves what stands after it, in the order of the boxes, and nothing before it, but for these:
 * - A network that had none moves to its place among those with containers.
 * - Its network may begin to fold, which sorts those that are on that network alone.
 * - One on several networks makes them one block, and may change which of the block's networks stand left and right.
 * - The networks of a compose project that outgrow one row come to stand on top of each other.
 * - The rows of the host's edge stand in the order of their wires.
 * - A host that outgrew the width of its shelves is packed anew (`shelfWidth`): each time by half, so that it is rare.
 */
export function layoutTopology(whole: Topology, options: LayoutOptions = {}): Scene {
  const draft = emptyDraft();
  const unfolded = new Set(options.unfolded);
  const { topology, hidden } = hideStopped(whole, options.hideStopped ?? false);
  const context: Context = { topology, unfolded, hidden, shelfWidth: widthFor(whole) };
  const population = populate(topology);
  const blocks = chooseBlocks(context, population, options);
  const places = findPlaces(blocks);
  const rows = collectEdge(context, places);
  const tunnels = findTunnels(topology, places);
  const leaving = tunnels.map(({ target }) => target);
  countWays([...rows.flatMap(({ targets }) => targets), ...leaving]);
  blocks.forEach(sizeBlock);
  const shelves = packBlocks(blocks, context.shelfWidth);
  const grid = placeShelves(shelves, countEdge(topology, rows), edgeX + edgeWidth, edgeTop);
  const { routes, exits } = makeRoutes(rows, leaving, grid);
  const edge = emitEdge(draft, topology, rows, routes, population.onHost, unfolded);
  for (const block of blocks) {
    emitBlock(draft, topology, block);
  }
  emitRoutes(draft, routes, routePoints(routes, edge.starts, grid.edge));
  emitNodes(draft, topology, emitHost(draft, topology, grid, edge.bottom), tunnels, exits);
  const subtitle = subtitleOf(whole);
  emitTitle(draft, subtitle);
  return finish(draft, { kind: 'topology', title: 'Docker topology', subtitle }, margin);
}

/** Wires that may leave the edge, also those to networks that are hidden now: the channel is as wide when they come. */
function countEdge({ networks }: Topology, rows: readonly EdgeRow[]): number {
  const parents = networks.filter(({ parent }) => parent !== undefined).length;
  const ports = rows.filter(({ kind }) => kind === 'port');
  return ports.reduce((sum, { targets }) => sum + Math.max(1, targets.length), parents);
}

/** Of the shelves on which a topology's networks are packed. */
export function widthFor(topology: Topology): number {
  const networks = topology.networks.filter(({ endpoints }) => endpoints.length > 0).length;
  const { length } = topology.containers;
  return shelfWidth(networks, Math.min(length, networks * placesFor(topology, '')));
}

/**
 * Networks with containers first, in their order, those on a parent interface after the others; those without come last
 * and take little room.
 */
function chooseBlocks(context: Context, population: Population, options: LayoutOptions): Block[] {
  const { topology } = context;
  const networks = regionNetworks(topology, {
    empty: options.hideEmpty ?? false,
    predefined: options.hideDefault ?? false,
  });
  const projects = new Set(
    networks.flatMap(({ composeProject, endpoints }) =>
      endpoints.length > 0 && composeProject ? [composeProject] : [],
    ),
  );
  const last = networks.filter(
    (network) =>
      !projects.has(network.composeProject ?? '') &&
      (network.endpoints.length === 0 || (network.driver === 'none' && !isJoined(network, population))),
  );
  last.sort((a, b) => Number(b.endpoints.length > 0) - Number(a.endpoints.length > 0));
  const rest = new Set(last);
  const full = networks.filter((network) => !rest.has(network));
  // Their interfaces stand below the ports in the edge: so their wires do not cross those of the ports.
  full.sort((a, b) => Number(a.parent !== undefined) - Number(b.parent !== undefined));
  const blocks = makeBlocks(context, full, population);
  if (population.unattached.length > 0) {
    blocks.push(singleBlock(makeUnattached(context, population.unattached)));
  }
  return [...blocks, ...makeBlocks(context, last, { ...population, between: [] })];
}

/** Whether a container is on it and on another one. */
function isJoined({ id }: Network, { between }: Population): boolean {
  return between.some(({ endpoints }) => endpoints.some(({ networkId }) => networkId === id));
}

function emitRoutes(
  draft: Draft,
  routes: readonly EdgeRoute[],
  points: readonly Scene['wires'][number]['points'][],
): void {
  routes.forEach(({ row, target }, index) => {
    const region = target.region;
    const tone = row.kind === 'parent' ? (region?.network ? networkTone(region.network) : 'parent') : 'port';
    const { blocked } = row;
    addWire(draft, {
      kind: blocked ? 'blocked' : row.kind,
      tone: blocked ? 'error' : tone,
      from: row.id,
      to: boxIdOf(target),
      points: points[index] ?? [],
      label: blocked ? `${row.label}: nothing answers, the network is internal` : row.label,
      arrow: row.kind === 'port',
    });
  });
}

/** The frame around everything: its size is known last, and it lies below all. */
function emitHost(draft: Draft, { host }: Topology, grid: Grid, edgeBottom: number): Box {
  const bottom = Math.max(grid.bottom, edgeBottom) + 20;
  const name = host.name ?? 'Host';
  const engine = [host.operatingSystem, host.engineVersion && `Engine ${host.engineVersion}`]
    .filter(Boolean)
    .join(' · ');
  const w = Math.max(grid.right + 20, edgeX + edgeWidth + 120) - frameX;
  const title = line(name, 20, 26, w * 0.5, { font: 'title' });
  const frame = addBox(
    { ...draft, boxes: [] },
    {
      id: hostId,
      kind: 'host',
      x: frameX,
      y: edgeTop - 40,
      w,
      h: bottom - edgeTop + 40,
      lines: [
        title,
        line(
          engine,
          20 + measureText(title.text, 'title') + 12,
          26,
          w - 60 - measureText(title.text, 'title'),
          { font: 'small', tone: 'muted' },
        ),
      ],
      label: `Host ${name}, ${engine}`,
      subject: { kind: 'host' },
    },
  );
  draft.boxes.unshift(frame);
  return frame;
}

function subtitleOf({ networks, containers, ports }: Topology): string {
  return [
    count(networks.length, 'network'),
    count(containers.length, 'container'),
    count(ports.length, 'published port'),
  ].join(' · ');
}

function emitTitle(draft: Draft, subtitle: string): void {
  const title = line(tame('Docker topology'), margin, 36, 400, { font: 'heading' });
  const x = margin + measureText(title.text, 'heading') + 16;
  draft.captions.push(title, line(subtitle, x, 36, 600, { tone: 'muted' }));
}
