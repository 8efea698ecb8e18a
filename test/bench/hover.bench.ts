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

interface Times {
  /** What a person waits, ms. Whatever else the machine does is in it. */
  readonly waited: readonly number[];
  /** What the processor works, ms. */
  readonly worked: readonly number[];
}

/** The times of hovers over spots all over the file, each after another edit. */
function timesOf(languageId: string, lines: readonly string[]): Times {
  const spotOf = spotsOf(lines);
  const waited: number[] = [];
  const worked: number[] = [];
  for (let run = 0; run < warmUp + runs; run += 1) {
    const [line, column] = spotOf(run);
    const edited = lines.map((text, number) =>
      number === line ? `${text}${' '.repeat(1 + (run & 3))}` : text,
    );
    const work = process.cpuUsage();
    const start = performance.now();
    const before = edited.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0);
    const hover = hoverAt(edited.join('\n'), languageId, before + column, facts);
    const time = performance.now() - start;
    if (!hover) throw new Error(`no hover in line ${line} of ${languageId}`);
    const { user, system } = process.cpuUsage(work);
    if (run < warmUp) continue;
    waited.push(time);
    worked.push((user + system) / 1_000);
  }
  return { waited, worked };
}

for (const [languageId, lines] of Object.entries(longFiles)) {
  const { waited, worked } = timesOf(languageId, lines);
  const name = (part: string) => `hover after an edit, ${part}, ${languageId}, ${fileLength} lines`;
  print(name('p50 (goal 1)'), quantile(waited, 0.5));
  print(name('p50 of the processor'), quantile(worked, 0.5));
  print(name('p99 (goal 4)'), quantile(waited, 0.99));
  print(name('p99 of the processor'), quantile(worked, 0.99));
}
