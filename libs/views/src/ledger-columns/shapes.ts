import { ApiProperty } from '@nestjs/swagger';
import { MILESTONES } from '#ledger';
import { AtPointShape, MoneyShape } from '../shapes.ts';

const text = { type: String } as const;
const nullable = { type: String, nullable: true } as const;
const money = { type: MoneyShape, nullable: true } as const;
const days = { type: 'integer', nullable: true } as const;

class OverdueDaysShape {
  @ApiProperty({ ...days, description: '对首次计划 / against the first plan' })
  first!: number | null;
  @ApiProperty({ ...days, description: '对现行计划 / against the current plan' })
  current!: number | null;
}

class MilestoneCellShape {
  @ApiProperty({ ...text, enum: MILESTONES })
  milestone!: string;
  @ApiProperty({ ...nullable, description: '期次；null：整个项目 / null: the whole project' })
  phase!: string | null;
  @ApiProperty({ ...nullable, description: '首次计划 / the first plan', example: '2026-05' })
  first!: string | null;
  @ApiProperty({ ...nullable, description: '现行计划 / the current plan' })
  current!: string | null;
  @ApiProperty({ ...nullable, description: '实际 / when it was reached' })
  on!: string | null;
  @ApiProperty({ ...nullable, format: 'uuid', description: '实际日期所在的事实 / the fact that says so' })
  factId!: string | null;
  @ApiProperty({ type: OverdueDaysShape, nullable: true, description: '当日逾期天数 / days overdue on the day' })
  overdue!: OverdueDaysShape | null;
}

class FiguresCellShape {
  @ApiProperty({ ...text, example: '2026-10' })
  period!: string;
  @ApiProperty(nullable)
  phase!: string | null;
  @ApiProperty({ ...nullable, format: 'uuid' })
  unitId!: string | null;
  @ApiProperty(money)
  inPeriod!: MoneyShape | null;
  @ApiProperty(money)
  cumulativeInYear!: MoneyShape | null;
  @ApiProperty(money)
  cumulative!: MoneyShape | null;
  @ApiProperty({ ...text, format: 'uuid' })
  factId!: string;
}

class YearCellsShape {
  @ApiProperty({ type: 'integer' })
  year!: number;
  @ApiProperty({ ...money, description: '年度计划投资 / the annual plan' })
  planned!: MoneyShape | null;
  @ApiProperty({ type: [FiguresCellShape], description: '当年各期所报 / as reported, period by period' })
  figures!: FiguresCellShape[];
}

class LastReportShape {
  @ApiProperty({ ...text, example: '2026-10' })
  period!: string;
  @ApiProperty(text)
  text!: string;
  @ApiProperty({ ...text, format: 'date' })
  filedOn!: string;
  @ApiProperty({ ...text, format: 'uuid' })
  factId!: string;
}

class FoundShape {
  @ApiProperty(text)
  id!: string;
  @ApiProperty(text)
  code!: string;
  @ApiProperty({ type: Boolean })
  explained!: boolean;
}

class ColumnsItemShape {
  @ApiProperty({ ...text, format: 'uuid' })
  id!: string;
  @ApiProperty({ ...text, description: '版本，可作 If-Match / for If-Match', example: '12' })
  revision!: string;
  @ApiProperty({ type: [MilestoneCellShape] })
  milestones!: MilestoneCellShape[];
  @ApiProperty({ type: YearCellsShape, description: 'effectiveOn 所在年 / of the year of effectiveOn' })
  year!: YearCellsShape;
  @ApiProperty({ type: LastReportShape, nullable: true })
  lastReport!: LastReportShape | null;
  @ApiProperty({ type: 'integer', description: '当日缺报月数 / months not reported when due' })
  missedReports!: number;
  @ApiProperty({ type: [FoundShape] })
  findings!: FoundShape[];
}

export class ColumnsShape extends AtPointShape {
  @ApiProperty({ type: [ColumnsItemShape] })
  items!: ColumnsItemShape[];
}
