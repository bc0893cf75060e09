import { ApiProperty } from '@nestjs/swagger';
import { StoredEventShape } from '../shapes.ts';

/** The data of one event of the feed. */
export class FeedEventShape extends StoredEventShape {
  @ApiProperty({ type: String, example: 'project' })
  category!: string;
  @ApiProperty({
    type: String,
    description: '同 id 行：由此续读，也可作查询的 after / as in the line id: resume from here, or hand it to a query',
  })
  after!: string;
}
