import { subjectKey, type Subject, type Table } from '../diagram';
import { make } from './dom';
import type { Found } from './found';
import { makeGridColumns } from './gridColumns';
import { sceneOf, type PageState } from './pageState';
import type { Filter } from './tableRows';
import { makeTableView, type TableView } from './tableView';

export interface TablesActions {
  readonly select: (subject: Subject | undefined) => void;
  readonly copy: (text: string, what: string) => void;
  readonly say: (words: string) => void;
}

/** The same facts as the picture's, as tables below each other. */
export interface Tables {
  readonly element: HTMLElement;
  show(state: PageState): void;
  /** The first row that is shown, or the selected one. */
  focus(): void;
}

export function makeTables(actions: TablesActions): Tables {
  const element = make('div', 'tables');
  element.hidden = true;
  const columns = makeGridColumns();
  const views = new Map<string, TableView>();
  let made = 0;
  let shown: readonly Table[] = [];
  const filterOf = keepFilter();
  // Headings stay in sight while wide tables are moved to the side.
  new ResizeObserver(() =>
    element.style.setProperty('--tables-width', `${element.clientWidth - 32}px`),
  ).observe(element);
  const arrange = (tables: readonly Table[]): void => {
    const ids = new Set(tables.map(({ id }) => id));
    for (const [id, view] of views) {
      if (!ids.has(id)) {
        view.element.remove();
        views.delete(id);
      }
    }
    tables.forEach(({ id }, at) => {
      const view = views.get(id) ?? makeTableView(`table-${made++}`, columns, actions);
      views.set(id, view);
      if (element.children[at] !== view.element) {
        element.insertBefore(view.element, element.children[at] ?? null);
      }
    });
    shown = tables;
  };
  return {
    element,
    show: (state) => {
      const { content } = state;
      element.hidden = content.kind !== 'tables';
      if (content.kind === 'tables') {
        if (content.tables !== shown) {
          arrange(content.tables);
        }
        const filter = filterOf(state.found);
        content.tables.forEach((table) => views.get(table.id)?.show(table, filter, state.selected));
      } else if (sceneOf(state)) {
        // Thousands of rows behind a picture are nobody's.
        arrange([]);
      }
    },
    focus: () => {
      const all = [...views.values()];
      (all.find((view) => view.hasSelected()) ?? all.find((view) => view.hasRows()))?.focus();
    },
  };
}

/** The same filter for the same words and finds: tables that are shown so are left alone. */
function keepFilter(): (found: Found) => Filter {
  let last: Found | undefined;
  let filter: Filter = { text: '', found: new Set() };
  return (found) => {
    if (found.text !== last?.text || found.subjects !== last.subjects) {
      filter = { text: found.text, found: new Set(found.subjects.map(subjectKey)) };
      last = found;
    }
    return filter;
  };
}
