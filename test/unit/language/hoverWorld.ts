import sample from '../../../media/sample/engine.json';
import { decodeSnapshot } from '../../../src/engine/decode';
import type { Facts } from '../../../src/language';
import { buildTopology } from '../../../src/model';

/** The engine of the sample, which runs the project `shop`. */
export const hoverFacts: Facts = { topology: buildTopology(decodeSnapshot(sample)), folder: 'shop' };
