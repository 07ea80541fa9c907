import {border} from './border/index.ts';
import {connect} from './connect/index.ts';
import {containers} from './containers/index.ts';
import {customer} from './customer/index.ts';
import {dependents} from './dependents/index.ts';
import {dns} from './dns/index.ts';
import {dwfm} from './dwfm/index.ts';
import {dynamodb} from './dynamodb/index.ts';
import {identity} from './identity/index.ts';
import {incidentCall} from './incident-call/index.ts';
import {readyForFractions, type AnySubsystem} from './kernel/index.ts';
import {lambda} from './lambda/index.ts';
import {launches} from './launches/index.ts';
import {network} from './network/index.ts';
import {nlb} from './nlb/index.ts';
import {redshift} from './redshift/index.ts';
import {resolvers} from './resolvers/index.ts';
import {support} from './support/index.ts';
import {telemetry} from './telemetry/index.ts';

/** Every subsystem of the Region, in the causal order in which trouble travels: the one list of them. */
const REGION = {
	border,
	dns,
	resolvers,
	dynamodb,
	identity,
	dwfm,
	launches,
	network,
	nlb,
	lambda,
	containers,
	connect,
	redshift,
	support,
	telemetry,
	dependents,
	incidentCall,
	customer,
} as const;
type Known = typeof REGION;

export type SubsystemName = keyof Known;
export const SUBSYSTEM_NAMES = Object.keys(REGION) as readonly SubsystemName[];

/** Those that are simulated only where a level has them in its cast. */
const GUESTS: readonly SubsystemName[] = ['customer'];

export function isGuest(name: SubsystemName): boolean {
	return GUESTS.includes(name);
}

/** The same, for whoever does not mind which it is. */
export const SUBSYSTEMS: Readonly<Record<SubsystemName, AnySubsystem>> = REGION;

/** The state of every subsystem, by name. */
export type Region = {readonly [Name in SubsystemName]: ReturnType<Known[Name]['create']>};

/** What every subsystem works under for the whole run, by name. */
export type Setups = {readonly [Name in SubsystemName]: Parameters<Known[Name]['create']>[0]};

type Written<T> = {-readonly [Key in keyof T]: T[Key]};

/** What each subsystem is handed in a second; one object each for the whole run, never saved. */
export type Inputs = {readonly [Name in SubsystemName]: Written<ReturnType<Known[Name]['inputs']>>};

export function createInputs(): Inputs {
	return readyForFractions(eachNamed(name => SUBSYSTEMS[name].inputs()) as Inputs);
}

/** An object with what `make` makes of each name. */
export function eachNamed<Value>(
	make: (name: SubsystemName) => Value,
): Record<SubsystemName, Value> {
	// The spread gives it the shape of a literal: what is built entry by entry is slow to read ever after.
	return {
		...(Object.fromEntries(SUBSYSTEM_NAMES.map(name => [name, make(name)])) as Record<
			SubsystemName,
			Value
		>),
	};
}
