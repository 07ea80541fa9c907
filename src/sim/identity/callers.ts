import {leverOf, troubleOf, withTrouble, type StepContext} from '../kernel/index.ts';
import {IAM_ERRORS, IDENTITY_CENTER_ERRORS, SIGN_IN_HOSTS_LOST} from './identity.faults.ts';
import type {IdentityParameters} from './identity.parameters.ts';

/** Who signs in. What a class asks of the hosts is not what people lose when it is turned away. */
const CALLERS = {
	/** Loops that sign in again and again: dashboards, probes, scripts that hold a password. */
	scripts: {load: 'scriptsLoadShare', wants: 'scriptsWantShare'},
	/** People who come by Identity Center, through the directory of their company. */
	'identity-center': {load: 'identityCenterLoadShare', wants: 'identityCenterWantShare'},
	/** Users of IAM, and root. */
	'iam-users': {load: 'iamUsersLoadShare', wants: 'iamUsersWantShare'},
} as const satisfies Readonly<
	Record<string, Readonly<Record<'load' | 'wants', keyof IdentityParameters>>>
>;

export type Caller = keyof typeof CALLERS;
export const CALLER_NAMES = Object.keys(CALLERS) as readonly Caller[];

export const SHED = 'sign-in-shed';

type Place = Pick<StepContext, 'now' | 'levers' | 'troubles'>;
type Shares = {readonly load: number; readonly wants: number};

/** A class's share of what is asked of the hosts, and of what people want. */
export function callerShares(name: Caller, parameters: IdentityParameters): Shares {
	const {load, wants} = CALLERS[name];
	return {load: parameters[load], wants: parameters[wants]};
}

/** What is turned away, as shares of what is asked of the hosts and of what people want. */
function shedOf(parameters: IdentityParameters, ctx: Place): Shares {
	const shed = {load: 0, wants: 0};
	for (const name of CALLER_NAMES) {
		const share = leverOf(ctx, SHED, name);
		const {load, wants} = callerShares(name, parameters);
		shed.load += share * load;
		shed.wants += share * wants;
	}
	return {load: Math.min(1, shed.load), wants: Math.min(1, shed.wants)};
}

/**
 * Share of sign-ins that fail: for want of IAM and STS, for want of hosts, or because their class is turned away.
 * Whoever fails tries again, so that a door which is full stays full; those who are let in feel only each other.
 */
export function signInErrorsOf(
	failing: number,
	before: number,
	parameters: IdentityParameters,
	ctx: StepContext,
): number {
	const {signInUtilisation, signInTries, identityCenterWantShare} = parameters;
	const shed = shedOf(parameters, ctx);
	const admitted = 1 - shed.wants;
	const felt = admitted > 0 ? Math.min(1, Math.max(0, before - shed.wants) / admitted) : 1;
	const load = signInUtilisation * (1 - shed.load) * (1 + signInTries * felt);
	const hosts = 1 - troubleOf(ctx, SIGN_IN_HOSTS_LOST);
	const refused = load > hosts ? 1 - hosts / load : 0;
	const own = troubleOf(ctx, IDENTITY_CENTER_ERRORS) * identityCenterWantShare;
	return withTrouble(withTrouble(withTrouble(failing, own), refused), shed.wants);
}

/** Of the sign-ins of a class, the share that fails: Identity Center can fail where the others do not. */
export function callerErrorsOf(
	name: Caller,
	signInErrors: number,
	parameters: IdentityParameters,
	place: Place,
): number {
	if (leverOf(place, SHED, name) > 0) return 1;
	const {wants} = shedOf(parameters, place);
	const others = wants < 1 ? Math.min(1, Math.max(0, signInErrors - wants) / (1 - wants)) : 1;
	if (name !== 'identity-center') return others;
	return withTrouble(others, troubleOf(place, IDENTITY_CENTER_ERRORS));
}

/** Calls that IAM's own store fails, whatever answers in its place. */
export function iamStoreErrorsOf(storeErrors: number, place: Place): number {
	return withTrouble(storeErrors, troubleOf(place, IAM_ERRORS));
}
