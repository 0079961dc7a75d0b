import type { Parameter, Tag } from '../../api/cloudformation.js';
import type { Scene } from '../simulation/scene.js';
import type { Spec } from '../state/stack.js';

const MASK = '****';

/** Parameters as they may be seen. */
export function shownParameters({ settings }: Scene, spec: Spec): Parameter[] {
  const { parameters } = settings.programs.templateOf(spec);
  const resolved = new Map(spec.resolved);
  return spec.parameters.map(([name, value]) => {
    if (parameters.get(name)?.noEcho === true) return { ParameterKey: name, ParameterValue: MASK };
    const found = resolved.get(name) ?? value;
    return { ParameterKey: name, ParameterValue: value, ...(found !== value && { ResolvedValue: found }) };
  });
}

export function shownTags({ tags }: Spec): Tag[] {
  return tags.map(({ Key, Value }) => ({ Key, Value }));
}
