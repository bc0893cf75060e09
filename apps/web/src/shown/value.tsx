import { createContext, Fragment, use, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganizationName, usePersonName, useZoneName } from '../api/names.ts';
import { PointLink } from '../time/point-link.tsx';
import { shareText } from './figures.ts';
import { ImpreciseDate } from './imprecise-date.tsx';
import { Area, Money } from './money.tsx';
import { NotSaid } from './not-said.tsx';
import { isSum, valueKind } from './value-kind.ts';
import './value.css';

/** What the answer that is shown calls the ids in it: these names go before those of the lists that all pages share. */
export const Names = createContext<ReadonlyMap<string, string>>(new Map());

function useNameOf(): (id: string) => string | undefined {
  const given = use(Names);
  const person = usePersonName();
  const unit = useOrganizationName();
  const zone = useZoneName();
  return (id) => given.get(id) ?? person(id) ?? unit(id) ?? zone(id);
}

/** What a field is called; in the data of an event of a type it may have a name of its own. */
export function useFieldName(type?: string): (field: string) => string {
  const { t } = useTranslation('facts');
  return (field) => {
    const general = t(`field.${field}` as 'field.on', field);
    const own = field.includes('.') ? field : `${type}.${field}`;
    return t(`fieldOf.${own}` as 'fieldOf.PersonDefined.name', general);
  };
}

interface ValueProps {
  /** The field it stands in: `stage`, `plan.completed`, `personId`. */
  readonly field: string;
  readonly value: unknown;
  /** Money to the last 分 beside what is easily read; otherwise it is at hand on hovering. */
  readonly exact?: boolean;
}

const UUID_SHOWN = 8;
const shortId = (id: string): ReactNode => <code title={id}>{id.slice(0, UUID_SHOWN)}</code>;

/** A value of an event or of a project as what it is: a date with its precision, money, a person by name, a choice in words. */
export function Value({ field, value, exact = false }: ValueProps) {
  const { t } = useTranslation(['facts', 'shown']);
  const nameOf = useNameOf();
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  switch (valueKind(field, value)) {
    case 'nothing':
      return <NotSaid />;
    case 'money':
      return isSum(value) ? <Money value={value} exact={exact} /> : null;
    case 'area':
      return <Area value={value as number} />;
    case 'share':
      return shareText(Number(text));
    case 'date':
      return <ImpreciseDate value={text} />;
    case 'milestone':
      return t(`milestone.${text}` as 'milestone.signed', text);
    case 'standing':
      return t(`shown:standing.${text}` as 'shown:standing.active', text);
    case 'person':
      return <PointLink to={`/leaders/${text}`}>{nameOf(text) ?? t('shown:unknownPerson')}</PointLink>;
    case 'unit':
    case 'zone':
      return nameOf(text) ?? shortId(text);
    case 'permit':
      return nameOf(text) ?? text;
    case 'project':
      return <PointLink to={`/projects/${text}`}>{nameOf(text) ?? shortId(text)}</PointLink>;
    case 'event':
      return <PointLink to={`/log/${text}`}>{shortId(text)}</PointLink>;
    case 'yesNo':
      return t(value === true ? 'shown:yes' : 'shown:no');
    case 'builder':
      return (
        <>
          {textOf(value, 'name')} <span className="quiet">{textOf(value, 'creditCode')}</span>
        </>
      );
    case 'industry':
      return `${textOf(value, 'code')} (GB/T 4754—${textOf(value, 'edition')})`;
    case 'choice':
      return t(`choice.${text}` as 'choice.other', text);
    case 'list':
      return <ListValue field={field} values={value as readonly unknown[]} />;
    case 'object':
      return <DataList data={value as object} />;
    case 'number':
    case 'text':
      return <span className={typeof value === 'number' ? 'figure' : undefined}>{text}</span>;
  }
}

function textOf(value: unknown, key: string): string {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === 'string' ? found : '';
}

function ListValue({ field, values }: { readonly field: string; readonly values: readonly unknown[] }) {
  const { t } = useTranslation('shown');
  if (values.length === 0) return <NotSaid />;
  const flat = values.every((value) => typeof value !== 'object');
  return flat ? (
    values.map((value, i) => (
      <Fragment key={String(value)}>
        {i > 0 && t('listed')}
        <Value field={field} value={value} />
      </Fragment>
    ))
  ) : (
    <ol className="values">
      {values.map((value) => (
        <li key={JSON.stringify(value)}>
          <Value field={field} value={value} />
        </li>
      ))}
    </ol>
  );
}

interface DataProps {
  readonly data: object;
  /** Of which event they are, where it is known. */
  readonly type?: string;
}

/** The data of an event, or of a fact, field by field. */
export function DataList({ data, type }: DataProps) {
  const nameOf = useFieldName(type);
  return (
    <dl className="facts data">
      {Object.entries<unknown>({ ...data }).map(([field, value]) => (
        <Fragment key={field}>
          <dt>{nameOf(field)}</dt>
          <dd>
            <Value field={field} value={value} exact />
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
