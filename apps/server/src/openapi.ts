import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { PROBLEM_CONTENT, ProblemShape } from '#http';
import { EXAMPLE_KEY } from '#ledger/commands';
import { ownVersion } from './own-version.ts';

const DOCUMENT_PATH = '/api/openapi.json';
const PAGE_PATH = 'api/docs';
const DESCRIPTION = [
  '台账只追加、不覆盖：每条事实有自己的命令，更正与撤销另记。/ The ledger is only added to: every fact has its own command, and what mends a fact is a fact.',
  `示例按固定顺序可直接使用：以 Idempotency-Key: ${EXAMPLE_KEY} 依次提交开发区、单位、人员和项目的示例，得到的编号就是其余示例里的编号。/ Ids are derived from who, route and key: send the examples of zones, organizations, people and projects with Idempotency-Key: ${EXAMPLE_KEY}, and they get the ids that the other examples name.`,
].join('\n\n');

/** Serves the OpenAPI document, built at the first request, and a page to try it that asks no other host. */
export function serveDocs(app: NestFastifyApplication): void {
  let document: OpenAPIObject | undefined;
  let text = '';
  const built = (): OpenAPIObject => {
    document ??= buildDocument(app);
    return document;
  };
  const instance = app.getHttpAdapter().getInstance() as FastifyInstance;
  instance.get(DOCUMENT_PATH, (_, reply) => {
    if (text === '') text = JSON.stringify(built());
    return reply.type('application/json; charset=utf-8').send(text);
  });
  SwaggerModule.setup(PAGE_PATH, app, built, {
    raw: false,
    customSiteTitle: 'Taizhang 台账 API',
    swaggerOptions: { validatorUrl: null, tryItOutEnabled: true },
  });
}

function buildDocument(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Taizhang 台账')
    .setDescription(DESCRIPTION)
    .setVersion(ownVersion())
    .addGlobalResponse({ status: 'default', description: '未受理或出错 / refused, or failed', ...PROBLEM_CONTENT })
    .build();
  return SwaggerModule.createDocument(app, config, { operationIdFactory, extraModels: [ProblemShape] });
}

/** For operations that do not name themselves: `leadersList`. */
function operationIdFactory(controller: string, method: string): string {
  const subject = controller.replace(/Controller$/, '');
  return subject.charAt(0).toLowerCase() + subject.slice(1) + method.charAt(0).toUpperCase() + method.slice(1);
}
