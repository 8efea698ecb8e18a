import { oneEdit, replace, writtenValue } from '../fixes/edits';
import { rule } from './shared/rule';

/** `22:22` without quotes is a number to base 60 in YAML 1.1: docker-compose 1 (PyYAML) reads 1342, compose 2 (go.yaml.in/yaml) a text. */
export const publishBase60 = rule({
  code: 'publish.base60',
  severity: 'information',
  about: 'A port such as 22:22 without quotes, which older readers of YAML take for a number to base 60.',
  docs: 'https://docs.docker.com/reference/compose-file/services/#ports',
  check: ({ place, uses }) =>
    uses.flatMap((use) => {
      const { syntax, kind, plain, text, value } = use;
      const list = place === 'composeService' && syntax === 'publish' && kind === 'item' && plain;
      if (!list || !value || text === undefined || !/^[1-9]\d*(:[0-5]?\d)+$/.test(text)) return [];
      const number = text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
      return [{ use, text, number, ...value }];
    }),
  say: ({ text, number }) =>
    `Readers of YAML 1.1, such as docker-compose 1, take ${text} for ${number}, a number to base 60; compose 2 reads it as it stands. Put quotes around it.`,
  mend: ({ use, text }) => {
    const value = writtenValue(use);
    return value ? [oneEdit(`Write "${text}"`, replace(value, `"${text}"`), true)] : [];
  },
});
