import { ApiProperty } from '@nestjs/swagger';
import { CHOICE_TEXTS } from '#ledger';
import { ANYTHING, MoneyShape, NamedShape, TextsShape } from '../shapes.ts';
import { ChosenShape, day, fact, money, nullable } from './block-shapes.ts';
import { COUNTED_AS_TEXTS } from './page-registration.ts';

const chosenOf = { type: ChosenShape, nullable: true } as const;

class BuilderShape {
  @ApiProperty({ type: String })
  name!: string;
  @ApiProperty({ type: String, required: false })
  creditCode?: string;
}

class IndustryShape {
  @ApiProperty({ type: String, description: 'GB/T 4754 版本 / edition', example: '2017' })
  edition!: string;
  @ApiProperty({ type: String, example: 'C2651' })
  code!: string;
}

class RegistrationChangeShape {
  @ApiProperty({ type: String, example: 'totalInvestment' })
  field!: string;
  @ApiProperty({ type: TextsShape })
  label!: TextsShape;
  @ApiProperty({ ...ANYTHING, description: '变更后的值 / the value from then on' })
  value!: unknown;
  @ApiProperty({ type: NamedShape, required: false })
  zone?: NamedShape;
  @ApiProperty({ type: String, required: false })
  reason?: string;
  @ApiProperty({ type: String, required: false })
  doc?: string;
  @ApiProperty({ ...day, description: '自填报日起 / it holds from the day it was filed' })
  filedOn!: string;
  @ApiProperty(fact)
  factId!: string;
}

export class RegistrationShape {
  @ApiProperty({ type: String })
  name!: string;
  @ApiProperty(nullable)
  code!: string | null;
  @ApiProperty({ type: NamedShape })
  zone!: NamedShape;
  @ApiProperty({ ...chosenOf, description: Object.keys(CHOICE_TEXTS.nature).join(' | ') })
  nature!: ChosenShape | null;
  @ApiProperty(nullable)
  content!: string | null;
  @ApiProperty({ type: BuilderShape, nullable: true })
  builder!: BuilderShape | null;
  @ApiProperty({ type: IndustryShape, nullable: true })
  industry!: IndustryShape | null;
  @ApiProperty({ ...chosenOf, description: Object.keys(CHOICE_TEXTS.capital).join(' | ') })
  capital!: ChosenShape | null;
  @ApiProperty(money)
  totalInvestment!: MoneyShape | null;
  @ApiProperty(nullable)
  place!: string | null;
  @ApiProperty(nullable)
  source!: string | null;
  @ApiProperty(day)
  filedOn!: string;
  @ApiProperty(fact)
  factId!: string;
  @ApiProperty({ type: [RegistrationChangeShape] })
  changes!: RegistrationChangeShape[];
}

class TakenOffShape {
  @ApiProperty({ type: String })
  reason!: string;
  @ApiProperty(day)
  filedOn!: string;
  @ApiProperty(fact)
  factId!: string;
}

export class KeyListingShape {
  @ApiProperty({ type: 'integer' })
  year!: number;
  @ApiProperty({ type: ChosenShape, description: Object.keys(CHOICE_TEXTS.keyListLevel).join(' | ') })
  level!: ChosenShape;
  @ApiProperty({ type: ChosenShape, description: Object.keys(CHOICE_TEXTS.keyListCategory).join(' | ') })
  category!: ChosenShape;
  @ApiProperty({ type: String, required: false })
  doc?: string;
  @ApiProperty({ type: TakenOffShape, nullable: true, description: '移出 / taken off' })
  removed!: TakenOffShape | null;
  @ApiProperty(day)
  filedOn!: string;
  @ApiProperty(fact)
  factId!: string;
}

const share = {
  type: 'integer',
  nullable: true,
  description: '占总投资的份额，万分之一 / share of the total, in 1/100 %',
} as const;

class PartShape extends NamedShape {
  @ApiProperty(share)
  share!: number | null;
}

class MergedIntoShape {
  @ApiProperty({ type: NamedShape })
  project!: NamedShape;
  @ApiProperty({ type: String })
  reason!: string;
  @ApiProperty(day)
  filedOn!: string;
  @ApiProperty(fact)
  factId!: string;
}

class SplitFromShape {
  @ApiProperty({ type: NamedShape })
  project!: NamedShape;
  @ApiProperty(share)
  share!: number | null;
  @ApiProperty(day)
  filedOn!: string;
  @ApiProperty(fact)
  factId!: string;
}

/** How a project counts, and the projects it has to do with. */
export class RelationsShape {
  @ApiProperty({ type: ChosenShape, description: Object.keys(COUNTED_AS_TEXTS).join(' | ') })
  countedAs!: ChosenShape;
  @ApiProperty({ type: MergedIntoShape, nullable: true })
  mergedInto!: MergedIntoShape | null;
  @ApiProperty({ type: SplitFromShape, nullable: true })
  splitFrom!: SplitFromShape | null;
  @ApiProperty({ type: [PartShape], description: '拆分出的项目 / projects split from this one' })
  parts!: PartShape[];
  @ApiProperty({ type: [NamedShape], description: '并入本项目的项目 / projects merged into this one' })
  mergedHere!: NamedShape[];
}
