// @ts-check
// Takes down all that an engine made. One synchronous way for every end: stop(), a failed test, Ctrl-C, and the next
// run after a SIGKILL. It asks the engine nothing, which may be frozen, dead or never have come up.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const cgroupMount = '/sys/fs/cgroup';
const namespaceFolder = '/var/run/netns';

/** `ptl-<pid of the maker>-<n>`: the namespace, the folder and the control group are all called so. */
const engineName = /^ptl-(\d+)-\d+$/;

/**
 * Makes an engine's folder under a name that no other has: the first free number of this process. What a folder says
 * holds for all bundles that a test process loads, and for what an earlier process of the same number left.
 */
export function claimEngineName() {
  for (let number = 1; ; number += 1) {
    const name = `ptl-${process.pid}-${number}`;
    if (!existsSync(namespaceFile(name)) && makeFolder(engineFolder(name))) {
      return name;
    }
  }
}

/** @param {string} folder @returns {boolean} false where it was there before */
function makeFolder(folder) {
  try {
    mkdirSync(folder, { mode: 0o711 });
    return true;
  } catch (problem) {
    if (existsSync(folder)) {
      return false;
    }
    throw problem;
  }
}

/** All files of an engine. Not below TMPDIR: a socket's path must stay under 108 characters. @param {string} name */
export function engineFolder(name) {
  return join('/tmp', name);
}

/** @param {string} name */
export function namespaceFile(name) {
  return join(namespaceFolder, name);
}

/**
 * Ends an engine's processes and removes its mounts, control groups, namespace and files. Nothing happens where
 * nothing is left.
 * @param {string} name
 */
export function tearDown(name) {
  endProcesses(name);
  for (const socket of shimSockets(name)) {
    rmSync(socket, { force: true });
  }
  cgroups(name).reverse().forEach(removeCgroup);
  if (existsSync(namespaceFile(name))) {
    spawnSync('ip', ['netns', 'delete', name]);
  }
  removeFiles(engineFolder(name));
}

/**
 * A thread of a killed engine may still be in the middle of mounting a namespace when its process counts as gone: a
 * folder that is busy is unmounted and removed again.
 * @param {string} folder
 */
function removeFiles(folder) {
  const deadline = Date.now() + 10_000;
  for (;;) {
    unmountBelow(folder);
    try {
      rmSync(folder, { recursive: true, force: true });
      return;
    } catch (problem) {
      if (Date.now() > deadline) {
        throw problem;
      }
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
  }
}

/** Takes down the engines that earlier runs left because they were killed. Those of living processes are kept. */
export function sweep() {
  const places = [namespaceFolder, '/tmp', ...cgroupRoots()];
  const names = new Set(places.flatMap((place) => namesIn(place)));
  for (const name of names) {
    const maker = engineName.exec(name)?.[1];
    if (maker !== undefined && !existsSync(`/proc/${maker}`)) {
      tearDown(name);
    }
  }
}

/** @param {string} name */
function endProcesses(name) {
  const deadline = Date.now() + 10_000;
  for (let left = processes(name); left.length > 0; left = processes(name)) {
    if (Date.now() > deadline) {
      throw new Error(`processes of ${name} do not end: ${left.join(', ')}`);
    }
    left.forEach(kill);
    thaw(name);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
  }
}

/** @param {number} pid */
function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself meanwhile.
  }
}

/**
 * The engine, its containerd, shims and proxies live in its network namespace; its containers in their own, but
 * below its control group. @param {string} name @returns {number[]}
 */
function processes(name) {
  const namespace = statSync(namespaceFile(name), { throwIfNoEntry: false })?.ino;
  const inNamespace = namesIn('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid && namespace !== undefined)
    .filter((pid) => networkOf(pid) === namespace);
  const inGroup = cgroups(name).flatMap((group) => linesOf(join(group, 'cgroup.procs')).map(Number));
  return [...new Set([...inNamespace, ...inGroup])];
}

/** @param {number} pid */
function networkOf(pid) {
  try {
    return statSync(`/proc/${pid}/ns/net`).ino;
  } catch {
    return undefined;
  }
}

/** A paused container gets no signal before it runs again (control groups version 1). @param {string} name */
function thaw(name) {
  for (const group of cgroups(name)) {
    const state = join(group, 'freezer.state');
    unlessGone(state, undefined, () => writeFileSync(state, 'THAWED', { flag: 'r+' }));
  }
}

/** Groups below an engine's own, outer before inner. @param {string} name @returns {string[]} */
function cgroups(name) {
  const tops = cgroupRoots().map((root) => join(root, name));
  return tops.filter((top) => existsSync(top)).flatMap((top) => [top, ...foldersBelow(top)]);
}

/** Version 2 has one tree, version 1 one per controller. @returns {string[]} */
function cgroupRoots() {
  const unified = existsSync(join(cgroupMount, 'cgroup.controllers'));
  return unified ? [cgroupMount] : namesIn(cgroupMount).map((controller) => join(cgroupMount, controller));
}

/**
 * Outer before inner. What is gone by then counts as empty: the control groups of a container vanish by themselves
 * when its last process ends, also between two looks.
 * @param {string} folder @returns {string[]}
 */
export function foldersBelow(folder) {
  const folders = namesIn(folder).map((name) => join(folder, name));
  return folders.filter(isFolder).flatMap((path) => [path, ...foldersBelow(path)]);
}

/** @param {string} path */
function isFolder(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** @param {string} group */
function removeCgroup(group) {
  // Two controllers may be one tree under two names.
  unlessGone(group, undefined, () => rmdirSync(group));
}

/** A shim listens outside its engine's folder, and notes where. @param {string} name @returns {string[]} */
function shimSockets(name) {
  const tasks = join(engineFolder(name), 'exec/containerd/daemon/io.containerd.runtime.v2.task/moby');
  const notes = namesIn(tasks).flatMap((task) => linesOf(join(tasks, task, 'address')));
  return notes
    .map((note) => note.replace('unix://', ''))
    .filter((path) => path.startsWith('/run/containerd/s/'));
}

/** Mount points hide spaces as `\040`; ours have none. @param {string} folder */
function unmountBelow(folder) {
  const points = linesOf('/proc/self/mountinfo')
    .map((line) => line.split(' ')[4] ?? '')
    .filter((point) => point.startsWith(`${folder}/`));
  for (const point of points.reverse()) {
    spawnSync('umount', ['--lazy', point]);
  }
}

/** @param {string} folder @returns {string[]} */
function namesIn(folder) {
  return unlessGone(folder, [], () => readdirSync(folder));
}

/**
 * What a call on a path answers, or `otherwise` where the path is not there, or goes while it is looked at.
 * @template T @param {string} path @param {T} otherwise @param {() => T} call @returns {T}
 */
function unlessGone(path, otherwise, call) {
  try {
    return call();
  } catch (problem) {
    if (existsSync(path)) {
      throw problem;
    }
    return otherwise;
  }
}

/** @param {string} file @returns {string[]} */
function linesOf(file) {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
}
