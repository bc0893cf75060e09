import { useState } from 'react';
import { isDay, type Day } from '#kernel/dates';
import '../../shown/control.css';

/** A year that is still being typed is no year. */
const YEAR_MIN = '1990';

interface DayFieldProps {
  readonly label: string;
  readonly value: Day;
  readonly max: Day;
  readonly onChange: (day: Day) => void;
}

/** A day, taken as soon as it is one. */
export function DayField({ label, value, max, onChange }: DayFieldProps) {
  const [typed, setTyped] = useState({ text: value, of: value });
  const text = typed.of === value ? typed.text : value;
  return (
    <label className="list-choice">
      {label}
      <input
        className="control"
        type="date"
        value={text}
        min={`${YEAR_MIN}-01-01`}
        max={max}
        onChange={({ target }) => {
          setTyped({ text: target.value, of: value });
          if (isDay(target.value) && target.value >= YEAR_MIN && target.value <= max) onChange(target.value);
        }}
      />
    </label>
  );
}
