import { describeSubject, subjectKey, traceSubject, type Facts, type Subject } from '../../diagram';
import type { Answer } from '../../engine/calls';
import type { ContainerDetails, NetworkDetails } from '../../engine/decodeDetails';
import type { Details } from '../../engine/details';
import { sameData, type Topology } from '../../model';
import { layoutOptions, type DetailsMessage } from '../../protocol';
import { actionsOf, rowOfSubject, type ActionConditions } from './diagramActions';
import { enrichContainer, enrichNetwork } from './diagramDetails';
import type { LaidOut } from './diagramMessages';

/** The picture in which something is selected. */
export interface SelectionContext extends LaidOut {
  readonly conditions: ActionConditions;
  /** The engine answers: it can be asked for more than the picture has. */
  readonly live: boolean;
}

type Inspected =
  | { readonly kind: 'container'; readonly answer: Answer<ContainerDetails> }
  | { readonly kind: 'network'; readonly answer: Answer<NetworkDetails> };

/**
 * The facts of what is selected: at once what the picture tells, then what a single inspect adds. An answer that comes when
 * something else is selected, or after a newer picture, is dropped.
 */
export class SelectionDetails {
  private subject: Subject | undefined;
  private sent: DetailsMessage | undefined;
  /** The last answer about the subject: shown until a newer one is there, so that nothing flickers. */
  private inspected: Inspected | undefined;
  private asked = 0;

  constructor(
    private readonly details: Pick<Details, 'container' | 'network'>,
    private readonly send: (message: DetailsMessage) => void,
  ) {}

  /** The reader selected something: it is told in any case. */
  select(subject: Subject | undefined, context: SelectionContext | undefined): void {
    const same = subject && this.subject && subjectKey(subject) === subjectKey(this.subject);
    this.subject = subject;
    this.sent = undefined;
    this.inspected = same ? this.inspected : undefined;
    this.update(context);
  }

  /** There is a newer picture: what is told of the selected object may have changed. */
  update(context: SelectionContext | undefined): void {
    this.asked++;
    if (this.subject === undefined) {
      return;
    }
    if (!context) {
      this.tell({ type: 'details', facts: undefined, actions: [], trace: undefined });
      return;
    }
    this.tell(this.compose(this.subject, context));
    if (context.live) {
      void this.ask(this.subject, context, this.asked);
    }
  }

  private async ask(subject: Subject, context: SelectionContext, asked: number): Promise<void> {
    const inspected = await this.inspect(subject, context.topology);
    if (inspected && asked === this.asked) {
      this.inspected = inspected;
      this.tell(this.compose(subject, context));
    }
  }

  private async inspect(subject: Subject, topology: Topology): Promise<Inspected | undefined> {
    if (subject.kind === 'container') {
      const container = topology.containerById.get(subject.id);
      return container && { kind: 'container', answer: await this.details.container(container) };
    }
    // What else an inspect of a network tells is of its overlay.
    const network = subject.kind === 'network' ? topology.networkById.get(subject.id) : undefined;
    return network?.driver === 'overlay'
      ? { kind: 'network', answer: await this.details.network(network) }
      : undefined;
  }

  private compose(subject: Subject, context: SelectionContext): DetailsMessage {
    const { topology, target, scene, conditions, options, veths } = context;
    const chosen = { ...layoutOptions(options), veths };
    const facts = describeSubject(topology, subject, target, chosen);
    return {
      type: 'details',
      facts: facts && this.enrich(facts, subject, topology),
      actions: actionsOf(rowOfSubject(topology, target, subject), conditions),
      trace: traceSubject(topology, scene, subject, chosen),
    };
  }

  private enrich(facts: Facts, subject: Subject, topology: Topology): Facts {
    const { inspected } = this;
    if (inspected?.kind === 'container' && subject.kind === 'container') {
      const container = topology.containerById.get(subject.id);
      const networkOf = (id: string) => topology.networkById.get(id);
      return container ? enrichContainer(facts, container, networkOf, inspected.answer) : facts;
    }
    return inspected?.kind === 'network' ? enrichNetwork(facts, inspected.answer) : facts;
  }

  private tell(message: DetailsMessage): void {
    if (!sameData(this.sent, message)) {
      this.sent = message;
      this.send(message);
    }
  }
}
