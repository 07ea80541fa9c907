export {levelJsonSchema} from './level-json-schema.ts';
export {parseLevel} from './parse-level.ts';
export {parsePanel, type ParsedPanel} from './parse-panel.ts';
export {parsePlan, type ParsedPlan} from './parse-plan.ts';
export {parseRoles, type ParsedRoles} from './parse-roles.ts';
