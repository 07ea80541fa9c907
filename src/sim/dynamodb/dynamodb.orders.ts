import {
	done,
	pauseRow,
	refuse,
	refusePause,
	resumeRow,
	rowsFor,
	setPaused,
	ZONES,
	type Result,
	type StepContext,
	type Zone,
} from '../kernel/index.ts';
import {DYNAMODB_PARAMETERS, type DynamoDbParameters} from './dynamodb.parameters.ts';
import type {DynamoDb} from './dynamodb.types.ts';

const zone = {kind: 'word', words: ZONES} as const;
const RECYCLING = 'connection-recycling';

const row = rowsFor<DynamoDb, DynamoDbParameters>({kind: 'do', team: 'dynamodb', needs: 'tools'});

export const DYNAMODB_ORDERS = {
	'pause-recycling': row({
		...pauseRow(RECYCLING, {
			seconds: DYNAMODB_PARAMETERS.recyclingSeconds.value,
			team: 'dynamodb',
			what: 'stops the front end from closing connections that work, so that clients need not resolve again',
			risk: 'Clients stay on the load balancers they have: new capacity is not used, old is not left.',
			touches: 'customer connections to DynamoDB: live ones are kept longer',
		}),
		moves: ['dynamodb.customerErrors', 'dynamodb.connected'],
		takes: (_dynamodb, _args, {parameters}) => parameters.recyclingSeconds,
		refuse: ({automations}) => refusePause(automations[0]!, true),
		apply: (dynamodb, _args, by, _setup, ctx) => recycle(dynamodb, false, by, ctx),
	}),
	'resume-recycling': row({
		...resumeRow(RECYCLING, {
			seconds: DYNAMODB_PARAMETERS.recyclingSeconds.value,
			team: 'dynamodb',
			what: 'lets the front end recycle connections again, as usual',
			risk: 'While the name is empty, whoever is closed out cannot come back.',
			touches: 'customer connections to DynamoDB: they are recycled',
			danger: 'While the name is empty, each connection that it closes is a client lost.',
		}),
		moves: ['dynamodb.customerErrors', 'dynamodb.connected'],
		takes: (_dynamodb, _args, {parameters}) => parameters.recyclingSeconds,
		refuse: ({automations}) => refusePause(automations[0]!, false),
		apply: (dynamodb, _args, by, _setup, ctx) => recycle(dynamodb, true, by, ctx),
	}),
	'evacuate-zone': row({
		forms: ['evacuate zone <zone>'],
		blanks: {zone},
		seconds: DYNAMODB_PARAMETERS.evacuateSeconds.value,
		what: 'takes DynamoDB’s front end out of a zone: its connections are closed, so that clients resolve again',
		risk: 'Clients that resolve again get what the name answers. The other zones must carry the load.',
		touches: 'every connection to DynamoDB in that zone, and a sixth of the front end',
		danger:
			'It closes connections that work: while the name is empty, none of those clients comes back.',
		example: 'evacuate zone use1-az1',
		moves: ['dynamodb.customerErrors', 'dynamodb.connected'],
		takes: (_dynamodb, _args, {parameters}) => parameters.evacuateSeconds,
		refuse: (dynamodb, args) => {
			if (isEvacuated(dynamodb, args.zone)) {
				return refuse('already-so', 'It is out of service already.');
			}
			if (zonesLeft(dynamodb) > 1) return null;
			return refuse('last-zone', 'It is the last zone that serves anybody.');
		},
		askedAgain: true,
		apply: (dynamodb, args, by, {parameters}, ctx) => {
			dynamodb.evacuated[ZONES.indexOf(args.zone)] = true;
			dynamodb.drainingUntil = ctx.now + Math.ceil(parameters.drainSeconds);
			const text = `${args.zone} evacuated: its connections are closed`;
			ctx.say({source: 'dynamodb', level: 'warn', kind: 'zone-evacuated', text: `${text} (${by})`});
			return done(`${text}.`);
		},
	}),
	'return-zone': row({
		forms: ['return zone <zone>'],
		blanks: {zone},
		seconds: DYNAMODB_PARAMETERS.evacuateSeconds.value,
		what: 'puts DynamoDB’s front end in a zone into service again',
		risk: 'If the zone is still unhealthy, so is a sixth of the requests.',
		touches: 'a sixth of the front end of DynamoDB',
		example: 'return zone use1-az1',
		moves: ['dynamodb.customerErrors', 'dynamodb.connected'],
		takes: (_dynamodb, _args, {parameters}) => parameters.evacuateSeconds,
		refuse: (dynamodb, args) =>
			isEvacuated(dynamodb, args.zone) ? null : refuse('already-so', 'It is in service.'),
		apply: (dynamodb, args) => {
			dynamodb.evacuated[ZONES.indexOf(args.zone)] = false;
			return done(`${args.zone} serves again.`);
		},
	}),
};

export function zonesLeft({evacuated}: DynamoDb): number {
	return evacuated.filter(isOut => !isOut).length;
}

function recycle(dynamodb: DynamoDb, on: boolean, by: string, ctx: StepContext): Result {
	setPaused(dynamodb.automations[0]!, !on, by, ctx);
	return done(
		on ? 'Connections are closed after a while again.' : 'Connections that work are left open.',
	);
}

function isEvacuated({evacuated}: DynamoDb, zone: Zone): boolean {
	return evacuated[ZONES.indexOf(zone)] ?? false;
}
