import { valueSpan, type Scope, type Use } from '../use';
import { readLink, readNetwork, readPublish } from '../values/read';
import { sayPlainly, type ValueProblem } from '../values/say';
import { rule, type Rule } from './rule';

/** A value that docker refuses. */
function invalidValue(
  code: string,
  read: (use: Use) => ReturnType<typeof readPublish | typeof readNetwork | typeof readLink>,
): Rule {
  const check = ({ uses }: Scope) =>
    uses.flatMap((use) => {
      const value = read(use);
      return value && !value.ok ? [{ problem: value.problem, ...valueSpan(use, value.problem) }] : [];
    });
  const say = ({ problem }: { readonly problem: ValueProblem }) => sayPlainly(problem);
  return rule({ code, severity: 'error', check, say });
}

/** `-p 127.0.0.1:80`, `ports: ["70000:80"]` */
export const invalidPublish = invalidValue('publish.invalid', readPublish);

/** `--network alias=www`, `network_mode: "container:"` */
export const invalidNetwork = invalidValue('network.invalid', readNetwork);

/** `--link a:b:c` */
export const invalidLink = invalidValue('link.invalid', readLink);
