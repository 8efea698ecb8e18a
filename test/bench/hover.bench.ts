// A hover right after an edit: the text of the editor is put together again, and read around the pointer.
import sample from '../../media/sample/engine.json';
import { decodeSnapshot } from '../../src/engine/decode';
import { hoverAt, type Facts } from '../../src/language';
import { buildTopology } from '../../src/model';
import { fileLength, longFiles, spotsOf } from './hoverFiles';
import { print, quantile } from './measure';

const facts: Facts = { topology: buildTopology(decodeSnapshot(sample)), folder: 'shop' };
const runs = 400;
const warmUp = 100;

/** The times of hovers over spots all over the file, each after another edit, in milliseconds. */
function timesOf(languageId: string, lines: readonly string[]): readonly number[] {
  const spotOf = spotsOf(lines);
  const times: number[] = [];
  for (let run = 0; run < warmUp + runs; run += 1) {
    const [line, column] = spotOf(run);
    const edited = lines.map((text, number) =>
      number === line ? `${text}${' '.repeat(1 + (run & 3))}` : text,
    );
    const start = performance.now();
    const before = edited.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0);
    const hover = hoverAt(edited.join('\n'), languageId, before + column, facts);
    const time = performance.now() - start;
    if (!hover) throw new Error(`no hover in line ${line} of ${languageId}`);
    if (run >= warmUp) times.push(time);
  }
  return times;
}

for (const [languageId, lines] of Object.entries(longFiles)) {
  const times = timesOf(languageId, lines);
  print(`hover after an edit, p50 (goal 1), ${languageId}, ${fileLength} lines`, quantile(times, 0.5));
  print(`hover after an edit, p99 (goal 4), ${languageId}, ${fileLength} lines`, quantile(times, 0.99));
}
