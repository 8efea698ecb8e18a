import { builtinModules } from 'node:module';
import { posix } from 'node:path';

/** One import of one file, both as paths below `src` (`model/nat`) or as a package name. */
export interface Import {
  readonly from: string;
  readonly specifier: string;
}

/** Which layers a layer may import besides itself; the way the arrows of the design point. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  catalog: [],
  model: ['catalog'],
  language: ['model', 'catalog'],
  diagram: ['model', 'catalog'],
  protocol: ['diagram', 'model', 'catalog'],
  engine: ['language', 'diagram', 'model', 'catalog'],
  editor: ['engine', 'language', 'diagram', 'model', 'catalog'],
  views: ['engine', 'language', 'diagram', 'model', 'catalog', 'protocol'],
  commands: ['editor', 'views', 'engine', 'language', 'diagram', 'model', 'catalog', 'protocol'],
  extension: ['commands', 'editor', 'views', 'engine', 'language', 'diagram', 'model', 'catalog', 'protocol'],
  webview: ['protocol', 'diagram', 'model', 'catalog'],
};

const PURE = new Set(['catalog', 'model', 'language', 'diagram', 'protocol']);
const PURE_PACKAGES = new Set(['yaml', 'dockerfile-ast', 'ipaddr.js']);
const WITH_ENTRY_POINT = new Set(['catalog', 'model', 'language', 'diagram']);
const BUILT_INS = new Set(builtinModules);

/** The names of the rules that an import breaks; none when it is as it should be. */
export function brokenRules({ from, specifier }: Import): readonly string[] {
  return specifier.startsWith('.') ? brokenByFile(from, specifier) : brokenByPackage(from, specifier);
}

function brokenByFile(from: string, specifier: string): readonly string[] {
  const target = posix.normalize(posix.join(posix.dirname(from), specifier));
  const [layer, targetLayer] = [layerOf(from), layerOf(target)];
  if (layer === targetLayer) {
    return [];
  }
  const allowed = ALLOWED[layer]?.includes(targetLayer) ?? false;
  const throughIndex = !WITH_ENTRY_POINT.has(targetLayer) || target === targetLayer;
  return [
    ...(allowed ? [] : [`imports point one way: ${layer} may not import ${targetLayer}`]),
    ...(throughIndex ? [] : [`a pure folder is used through its index: ${targetLayer}`]),
  ];
}

function brokenByPackage(from: string, specifier: string): readonly string[] {
  const layer = layerOf(from);
  const builtIn = specifier.startsWith('node:') || BUILT_INS.has(specifier.split('/')[0] ?? '');
  const rules: readonly (readonly [broken: boolean, rule: string])[] = [
    [
      PURE.has(layer) && (builtIn || !PURE_PACKAGES.has(specifier)),
      'pure folders know no vscode, no Node and no other package',
    ],
    [layer === 'engine' && specifier === 'vscode', 'engine never knows vscode'],
    [layer === 'webview' && (builtIn || specifier === 'vscode'), 'webview runs in a browser'],
    [specifier === 'dockerode' && layer !== 'engine', 'engine is the only importer of dockerode'],
    [
      specifier === '@vscode/webview-ui-toolkit' && from !== 'webview/controls',
      'webview/controls is the only importer of the toolkit',
    ],
  ];
  return rules.filter(([broken]) => broken).map(([, rule]) => rule);
}

function layerOf(path: string): string {
  return path.split('/')[0] ?? '';
}
