import { useTranslation } from 'react-i18next';
import type { FieldError } from '../api/problem.ts';
import { useSaid } from '../i18n/index.ts';
import { namesIn } from './names-in.ts';
import { useFieldName } from './value.tsx';

/** What a field is called, and what is wrong with it, in the words of the page: other fields that it speaks of by theirs. */
export function useFaults(type?: string): {
  readonly nameOf: (field: string) => string;
  readonly textOf: (error: FieldError) => string;
} {
  const { t } = useTranslation('shown');
  const said = useSaid();
  const known = useFieldName(type);
  const nameOf = (field: string): string => {
    const name = namesIn(field).find((one) => known(one) !== one);
    return name === undefined ? field : known(name);
  };
  const textOf = ({ messages, params }: FieldError): string => {
    const { fields } = params;
    if (typeof fields !== 'string') return said(messages);
    return said(messages).replace(fields, fields.split(', ').map(nameOf).join(t('listed')));
  };
  return { nameOf, textOf };
}
