import { isUnit, type DataRow, type UnitCell } from '#workbook';

/** The units that an import has named so far. One that was renamed stays the unit it was, under either name. */
export class Units {
  private readonly first = new Map<string, string>();

  /** The unit, known by the name under which it was first met; whether it is met now. */
  meet({ name }: UnitCell): { readonly first: string; readonly isNew: boolean } {
    const known = this.first.get(name);
    if (known !== undefined) return { first: known, isNew: false };
    this.first.set(name, name);
    return { first: name, isNew: true };
  }

  /** From now on the name means this unit, unless it is already another one's. */
  rename(unit: UnitCell, name: string): void {
    if (!this.first.has(name)) this.first.set(name, this.first.get(unit.name) ?? unit.name);
  }

  /** The row with its units as they are known. */
  known(row: DataRow): DataRow {
    const values = Object.entries(row.values).map(([name, value]) => {
      const first = isUnit(value) ? this.first.get(value.name) : undefined;
      return [name, first === undefined ? value : { ...(value as UnitCell), first }] as const;
    });
    return { ...row, values: Object.fromEntries(values) };
  }
}
