import { fault, field, good, Text, type FieldOptions } from '#http';
import { REMOVABLE } from '#registry';

const COUNTRY = '(?:(?:\\+|00)?86[- ]?)?';
const MOBILE = `1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}`;
const LANDLINE = `(?:[(（]0\\d{2,3}[)）][- ]?|0\\d{2,3}[- ]?)?[2-8]\\d{6,7}(?:(?:-| ?转 ?)\\d{1,6})?`;
const PHONE = new RegExp(`^${COUNTRY}(?:${MOBILE}|${LANDLINE})$`);
const PHONE_MAX = 30;

/** A mobile or landline number of the mainland, kept as it is written. */
function Phone(options: FieldOptions): PropertyDecorator {
  return field(
    (value) => {
      if (typeof value !== 'string') return [fault(value === undefined ? 'Required' : 'NotText')];
      return value.length <= PHONE_MAX && PHONE.test(value) ? good : [fault('NotAPhone')];
    },
    { type: String, maxLength: PHONE_MAX },
    options,
  );
}

const PHONE_ABOUT =
  '电话；只存于登记册，各处只显示掩码 / phone; kept in the registry only, and shown masked everywhere';

/** A person as written down in the registry; nothing of it goes into the log. */
export class DefinePerson {
  @Text({ max: 100, about: '姓名 / name', example: '张三' })
  name!: string;
  @Text({ optional: true, about: '单位 / unit', example: '示例区人民政府' })
  unit?: string;
  @Text({ optional: true, about: '职务 / post', example: '副区长' })
  post?: string;
  @Phone({ optional: true, about: PHONE_ABOUT, example: '13800000000' })
  phone?: string;
}

type Removable = (typeof REMOVABLE)[number];

/** What is to be described anew; what is not named stays as it is. */
export class RevisePerson {
  @Text({ max: 100, unless: ['unit', 'post', 'phone', 'remove'], about: '姓名 / name', example: '张三' })
  name?: string;
  @Text({ optional: true, about: '单位 / unit', example: '示例区人民政府' })
  unit?: string;
  @Text({ optional: true, about: '职务 / post', example: '区长' })
  post?: string;
  @Phone({ optional: true, about: PHONE_ABOUT, example: '13800000000' })
  phone?: string;
  @Removed({ optional: true, about: '要删去的栏目 / what is to be left out from now on', example: ['phone'] })
  remove?: Removable[];
}

/** Some of the fields that can be left out, each once, and none that is given a new value. */
function Removed(options: FieldOptions): PropertyDecorator {
  const known: readonly unknown[] = REMOVABLE;
  return field(
    (value, object) => {
      const bounds = { min: 1, max: REMOVABLE.length };
      if (!Array.isArray(value) || value.length === 0 || value.length > bounds.max) return [fault('NotAList', bounds)];
      if (!value.every((name) => known.includes(name))) return [fault('NotOneOf', { values: REMOVABLE.join(', ') })];
      const given = (value as Removable[]).filter((name) => (object as RevisePerson)[name] !== undefined);
      return new Set(value).size < value.length || given.length > 0 ? [fault('TwiceInList')] : good;
    },
    { type: [String], enum: [...REMOVABLE], minItems: 1, maxItems: REMOVABLE.length } as never,
    options,
  );
}

export const PERSON_EXAMPLE = { name: '张三', unit: '示例区人民政府', post: '副区长', phone: '13800000000' };
export const REVISION_EXAMPLE = { post: '区长', remove: ['phone'] };
