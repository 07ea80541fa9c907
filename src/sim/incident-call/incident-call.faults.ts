import {cancel, faultsFor, TEAMS} from '../kernel/index.ts';
import type {IncidentCallParameters} from './incident-call.parameters.ts';
import {joinTeam, modeName, releaseTeam} from './incident-call.step.ts';
import type {IncidentCall} from './incident-call.types.ts';

const fault = faultsFor<IncidentCall, IncidentCallParameters>();

const TEAM = {kind: 'word', words: TEAMS} as const;

export const INCIDENT_CALL_FAULTS = {
	'lose-team': fault({
		kind: 'fault',
		what: 'a team drops off the call, and has to be paged again',
		blanks: {team: TEAM},
		apply: (call, {team}, _setup, ctx) => {
			cancel(ctx.agenda, modeName(team));
			releaseTeam(call, team, ctx);
			ctx.say({source: 'call', level: 'warn', kind: 'team-lost', text: `${team} has dropped off`});
		},
	}),
	'bring-team': fault({
		kind: 'recovery',
		what: 'a team joins the call, whether or not it was paged',
		blanks: {team: TEAM},
		apply: (call, {team}, _setup, ctx) => {
			joinTeam(call, team, ctx);
		},
	}),
};
