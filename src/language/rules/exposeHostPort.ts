import { oneEdit, replace, writtenValue } from '../fixes/edits';
import { isInterpolated } from '../use';
import { parseShortPublish } from '../values/publish';
import { rule } from './shared/rule';

/** `EXPOSE 8080:80`: the host part is dropped. */
export const exposeHostPort = rule({
  code: 'expose.hostPort',
  severity: 'warning',
  about: 'EXPOSE with a port of the host, which is dropped: EXPOSE 8080:80.',
  docs: 'https://docs.docker.com/reference/build-checks/expose-invalid-format/',
  check: ({ uses }) =>
    uses.flatMap((use) => {
      const { syntax, text, value } = use;
      if (syntax !== 'exposeInstruction' || !value || text === undefined) return [];
      if (!text.includes(':') || isInterpolated(text) || !parseShortPublish(text).ok) return [];
      return [{ port: text.slice(text.lastIndexOf(':') + 1), use, text, ...value }];
    }),
  say: ({ text, port }) =>
    `EXPOSE drops the host part of ${text}: an image chooses no port of the host. Write ${port}, and publish it with -p when the container is made.`,
  mend: ({ use, port }) => {
    const value = writtenValue(use);
    return value ? [oneEdit(`Expose ${port}`, replace(value, port), true)] : [];
  },
});
