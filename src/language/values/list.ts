import type { Use } from '../use';
import { readFields } from './csv';

/** The entries of a value: flags of `docker network connect` take several, with commas between them. */
export function readList({ place, text }: Use): readonly string[] {
  if (text === undefined) return [];
  const fields = place === 'networkConnect' ? readFields(text) : undefined;
  return fields?.ok ? fields.fields.map((field) => field.text) : [text];
}
