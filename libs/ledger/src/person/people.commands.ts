import { Text } from '#http';

/** A person as written down in the registry; nothing of it goes into the log. */
export class DefinePerson {
  @Text({ max: 100, about: '姓名 / name', example: '张三' })
  name!: string;
  @Text({ optional: true, about: '单位 / unit', example: '示例区人民政府' })
  unit?: string;
  @Text({ optional: true, about: '职务 / post', example: '副区长' })
  post?: string;
}

export const PERSON_EXAMPLE = { name: '张三', unit: '示例区人民政府', post: '副区长' };
