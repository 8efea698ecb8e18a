import { findSpelling, topics } from '../../catalog';
import type { Facts, LiveFacts } from '../facts';
import { scopesAt } from '../languages';
import { paragraphs } from '../markdown';
import { projectName } from '../project';
import { touches, type Span } from '../span';
import { hoverSpan, type Scope, type Use } from '../use';
import { describeTopic } from './describeTopic';
import { commandHoverAt } from './explainCommand';
import { explainForeign } from './explainForeign';
import { docsLink, heading } from './explanation';
import { explainers } from './explainers';
import { hoverSubject, type HoverSubject } from './hoverSubject';
import { otherSpelling } from './otherSpelling';
import { section } from './section';

/** What to show over an offset, and for which stretch of the text it holds. */
export interface Hover extends Span {
  readonly markdown: string;
  /** What of the engine it is about. */
  readonly subject?: HoverSubject;
}

/** Explains what stands at an offset: the flag, key or command, this very value, and what the engine knows now. */
export function hoverAt(text: string, languageId: string, offset: number, facts?: Facts): Hover | undefined {
  const scopes = scopesAt(text, languageId, offset);
  const found = useAt(scopes, offset);
  const live = facts && { topology: facts.topology, project: projectName(text, facts.folder) };
  if (!found) return commandHoverAt(scopes, offset, live);
  const { start, end } = hoverSpan(found.use);
  const subject = live && hoverSubject(found.use, found.scope, live);
  return { start, end, markdown: render(found.use, found.scope, live), ...(subject ? { subject } : {}) };
}

interface Found {
  readonly use: Use;
  readonly scope: Scope;
}

/** The use at the offset; of two that meet there, the one that starts there. */
function useAt(scopes: readonly Scope[], offset: number): Found | undefined {
  const found = scopes.flatMap((scope) =>
    scope.uses.filter((use) => touches(hoverSpan(use), offset)).map((use) => ({ use, scope })),
  );
  return found.reduce<Found | undefined>((best, one) => {
    return best && hoverSpan(best.use).start >= hoverSpan(one.use).start ? best : one;
  }, undefined);
}

function render(use: Use, scope: Scope, facts: LiveFacts | undefined): string {
  const found = findSpelling(topics, use.place, use.spelling);
  if (!found) return '';
  const { topic, spelling } = found;
  const said = explainers[use.syntax](use, scope, facts);
  const explanation = said && scope.foreign !== undefined ? explainForeign(said, use, scope.foreign) : said;
  if (!explanation) return describeTopic(topic, spelling, use);
  return paragraphs(
    heading(topic, spelling, use),
    spelling.meaning ?? topic.meaning,
    explanation.meaning,
    ...explanation.details,
    section('Careful', explanation.mind),
    section('Now', explanation.now),
    [explanation.dockerOnly ? '' : otherSpelling(use, scope), docsLink(topic, spelling)]
      .filter((words) => words !== '')
      .join(' · '),
  );
}
