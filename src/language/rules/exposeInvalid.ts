import { invalidValue } from './shared/invalidValue';

/** `--expose 8080:80`, `EXPOSE x` */
export const exposeInvalid = invalidValue({
  code: 'expose.invalid',
  about: 'An exposed port that is refused: --expose 8080:80, EXPOSE http.',
  docs: 'https://docs.docker.com/reference/dockerfile/#expose',
  syntaxes: ['expose', 'exposeKey', 'exposeInstruction'],
});
