import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganizationName, usePersonName, useZoneName } from '../api/names.ts';
import { ImpreciseDate } from '../shown/imprecise-date.tsx';
import { STAGES } from '../shown/labels.tsx';
import { Area, Money } from '../shown/money.tsx';
import { NotSaid } from '../shown/not-said.tsx';
import { PointLink } from './point-link.tsx';
import { isSum, valueKind } from './value-kind.ts';

/** What an id is called. */
export type NameOf = (id: string) => string | null | undefined;

/** Names of people, zones and units, from the lists that every page shares. */
export function useNameOf(): NameOf {
  const person = usePersonName();
  const unit = useOrganizationName();
  const zone = useZoneName();
  return (id) => person(id) ?? unit(id) ?? zone(id);
}

interface ValueProps {
  /** The field it stands in: `stage`, `plan.completed`, `personId`. */
  readonly field: string;
  readonly value: unknown;
  readonly nameOf: NameOf;
  /** Money to the last 分 beside what is easily read; otherwise it is at hand on hovering. */
  readonly exact?: boolean;
}

const UUID_SHOWN = 8;
const shortId = (id: string): ReactNode => <code title={id}>{id.slice(0, UUID_SHOWN)}</code>;

/** A value of an event or of a project as what it is: a date with its precision, money, a person by name, a choice in words. */
export function Value({ field, value, nameOf, exact = false }: ValueProps) {
  const { t } = useTranslation(['log', 'shown']);
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  switch (valueKind(field, value)) {
    case 'nothing':
      return <NotSaid />;
    case 'money':
      return isSum(value) ? <Money value={value} exact={exact} /> : null;
    case 'area':
      return <Area value={value as number} />;
    case 'share':
      return <>{t('share', { percent: Number(text) / 100 })}</>;
    case 'date':
      return <ImpreciseDate value={text} />;
    case 'stage':
      return (
        <>
          {(STAGES as readonly string[]).includes(text)
            ? t(`shown:stage.${text}` as 'shown:stage.signed')
            : t(`choices.${text}` as 'choices.other', text)}
        </>
      );
    case 'standing':
      return <>{t(`shown:standing.${text}` as 'shown:standing.active', text)}</>;
    case 'person':
      return <PointLink to={`/leaders/${text}`}>{nameOf(text) ?? t('shown:unknownPerson')}</PointLink>;
    case 'unit':
    case 'zone':
      return <>{nameOf(text) ?? shortId(text)}</>;
    case 'project':
      return <PointLink to={`/projects/${text}`}>{nameOf(text) ?? shortId(text)}</PointLink>;
    case 'event':
      return <PointLink to={`/log/${text}`}>{shortId(text)}</PointLink>;
    case 'yesNo':
      return <>{t(value === true ? 'yes' : 'no')}</>;
    case 'builder':
      return <>{textOf(value, 'name')}</>;
    case 'industry':
      return <>{`${textOf(value, 'code')}（${textOf(value, 'edition')}）`}</>;
    case 'choice':
      return <>{t(`choices.${text}` as 'choices.other', text)}</>;
    case 'list':
      return <ListValue field={field} values={value as readonly unknown[]} nameOf={nameOf} />;
    case 'object':
      return <DataList data={value as object} nameOf={nameOf} />;
    case 'number':
    case 'text':
      return <span className={typeof value === 'number' ? 'figure' : undefined}>{text}</span>;
  }
}

function textOf(value: unknown, key: string): string {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === 'string' ? found : '';
}

function ListValue({
  field,
  values,
  nameOf,
}: Pick<ValueProps, 'field' | 'nameOf'> & { readonly values: readonly unknown[] }) {
  if (values.length === 0) return <NotSaid />;
  const flat = values.every((value) => typeof value !== 'object');
  return flat ? (
    values.map((value, i) => (
      <Fragment key={String(value)}>
        {i > 0 && '、'}
        <Value field={field} value={value} nameOf={nameOf} />
      </Fragment>
    ))
  ) : (
    <ol className="values">
      {values.map((value) => (
        <li key={JSON.stringify(value)}>
          <Value field={field} value={value} nameOf={nameOf} />
        </li>
      ))}
    </ol>
  );
}

/** The data of an event, or of a fact, field by field. */
export function DataList({ data, nameOf }: { readonly data: object; readonly nameOf: NameOf }) {
  const { t } = useTranslation('log');
  return (
    <dl className="facts data">
      {Object.entries<unknown>({ ...data }).map(([field, value]) => (
        <Fragment key={field}>
          <dt>{t(`fields.${field}` as 'fields.on', field)}</dt>
          <dd>
            <Value field={field} value={value} nameOf={nameOf} exact />
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
