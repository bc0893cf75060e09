import { Module } from '@nestjs/common';
import { CommandEndpoint } from './command-endpoint.ts';
import { commandTables } from './command-table.ts';
import { commandController } from './command.controller.ts';
import { PeopleController } from './person/people.controller.ts';
import { ReassignmentController } from './reassignment/reassignment.controller.ts';

export { EXECUTOR } from './command-endpoint.ts';
export { HELD_PROJECTS, type HeldProjects } from './reassignment/reassignment.controller.ts';

/** The write side over HTTP. The composition root provides the tokens of `#http`, EXECUTOR and HELD_PROJECTS. */
@Module({
  controllers: [...commandTables.map(commandController), PeopleController, ReassignmentController],
  providers: [CommandEndpoint],
})
export class LedgerModule {}
