import { invalidValue } from './shared/invalidValue';

/** `-p 127.0.0.1:80`, `ports: ["70000:80"]` */
export const publishInvalid = invalidValue({
  code: 'publish.invalid',
  about: 'A published port that is refused: 127.0.0.1:80, 70000:80, 80/foo.',
  docs: 'https://docs.docker.com/engine/network/port-publishing/',
  syntaxes: ['publish', 'servicePublish'],
});
