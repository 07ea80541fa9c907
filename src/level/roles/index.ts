export {fitsOneOf} from './names-that-fit.ts';
export * from './owners.ts';
export {beginningsOf} from './role-objections.ts';
export {rolesIn, type RolesOfLevel} from './roles-in.ts';
export {rolesFrom} from './roles-from.ts';
export * from './roles.types.ts';
export {SERVICE_ERRORS} from './service-errors.ts';
export * from './staffing.ts';
