export {fitsOneOf} from './names-that-fit.ts';
export * from './owners.ts';
export {parseRoles, rolesIn, type ParsedRoles, type RolesOfLevel} from './parse-roles.ts';
export {beginningsOf} from './role-objections.ts';
export * from './roles.types.ts';
export {SERVICE_ERRORS} from './service-errors.ts';
export * from './staffing.ts';
