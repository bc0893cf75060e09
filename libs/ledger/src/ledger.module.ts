import { Module } from '@nestjs/common';
import { CommandEndpoint } from './command-endpoint.ts';
import { commandTables } from './command-table.ts';
import { commandController } from './command.controller.ts';
import { PeopleController } from './person/people.controller.ts';

export { EXECUTOR } from './command-endpoint.ts';

/** The write side over HTTP. The composition root provides the tokens of `#http` and EXECUTOR. */
@Module({ controllers: [...commandTables.map(commandController), PeopleController], providers: [CommandEndpoint] })
export class LedgerModule {}
