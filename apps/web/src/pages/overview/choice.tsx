import { useId } from 'react';

interface ChoiceProps<T extends string> {
  readonly name: string;
  readonly value: T;
  readonly options: Readonly<Record<T, string>>;
  readonly hint?: Readonly<Record<T, string>>;
  readonly onChange: (value: T) => void;
}

/** A few ways of which one holds, side by side. */
export function Choice<T extends string>({ name, value, options, hint, onChange }: ChoiceProps<T>) {
  const group = useId();
  return (
    <fieldset className="list-ways">
      <legend className="unseen">{name}</legend>
      {(Object.entries(options) as [T, string][]).map(([option, text]) => (
        <label key={option} title={hint?.[option]}>
          <input type="radio" name={group} checked={option === value} onChange={() => onChange(option)} />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}
