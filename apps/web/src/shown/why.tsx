import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePersonName } from '../api/names.ts';
import type { ProblemBody } from '../api/problem.ts';
import { useRead } from '../api/queries.ts';
import { useSaid } from '../i18n/index.ts';
import { PointLink } from '../time/point-link.tsx';
import { instantText } from './dates.ts';

/** Now: a command is judged by it. */
const NOW = {};

/** What the server says; the project or the fact that it names by its id, in words, as a link to it. */
export function Why({ problem: { messages, params } }: { readonly problem: ProblemBody }) {
  const said = useSaid();
  const text = said(messages);
  const isNamed = (id: unknown): id is string => typeof id === 'string' && text.includes(id);
  const { projectId, factId } = params;
  if (isNamed(projectId)) return split(text, projectId, <ProjectNamed id={projectId} />);
  if (isNamed(factId)) return split(text, factId, <FactNamed id={factId} />);
  return text;
}

function split(text: string, id: string, named: ReactNode): ReactNode {
  const [before, after] = text.split(id);
  return (
    <>
      {before}
      {named}
      {after}
    </>
  );
}

function ProjectNamed({ id }: { readonly id: string }) {
  const { data } = useRead('/api/projects/{id}', { path: { id } }, { at: NOW });
  return <PointLink to={`/projects/${id}`}>{data?.name ?? id}</PointLink>;
}

/** What was filed, by whom and when; of a project, it leads to where it can be corrected. */
function FactNamed({ id }: { readonly id: string }) {
  const { t } = useTranslation('shown');
  const said = useSaid();
  const person = usePersonName();
  const { data } = useRead('/api/events/{id}', { path: { id } }, { at: NOW });
  if (!data) return id;
  const { seq, subject, label, actor, recordedAt } = data;
  const by = t('refused.by', { actor: person(actor.id) ?? actor.id, at: instantText(recordedAt) });
  const to = subject.category === 'project' ? `/projects/${subject.id}?do=correct&fact=${id}` : `/log/${seq}`;
  return <PointLink to={to}>{t('refused.fact', { label: said(label), by })}</PointLink>;
}
