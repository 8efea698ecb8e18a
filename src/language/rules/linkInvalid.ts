import { invalidValue } from './shared/invalidValue';

/** `--link a:b:c` */
export const linkInvalid = invalidValue({
  code: 'link.invalid',
  about: 'A link that is refused: a:b:c.',
  docs: 'https://docs.docker.com/engine/network/links/',
  syntaxes: ['link', 'serviceLink'],
});
