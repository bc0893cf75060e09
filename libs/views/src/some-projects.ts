import { isId } from '#kernel';
import { fault, field, good } from '#http';

/** More are asked for by another question. */
const PROJECTS_MAX = 100;

const ABOUT = `项目编号，逗号分隔，最多 ${PROJECTS_MAX} 个 / ids of projects, with commas between them`;

/** Some projects by their ids, with commas between them, each once: the rows that somebody looks at. */
export function SomeProjects({ optional = false } = {}): PropertyDecorator {
  return field(
    (value) => {
      if (value === undefined) return optional ? good : [fault('Required')];
      const ids = typeof value === 'string' ? value.split(',') : [];
      if (ids.length === 0 || ids.length > PROJECTS_MAX) return [fault('NotAList', { min: 1, max: PROJECTS_MAX })];
      if (new Set(ids).size !== ids.length) return [fault('TwiceInList')];
      return ids.every((id) => isId(id) && id === id.toLowerCase()) ? good : [fault('NotAnId')];
    },
    { type: String },
    { ...(optional && { optional }), about: ABOUT },
  );
}
