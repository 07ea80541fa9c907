import {cleanName} from '../level/text/index.ts';

/** Names are the players' choice: none is asked for. */
export const WHO_OPTIONS = {as: {type: 'string'}, team: {type: 'string'}} as const;

export type WhoValues = {readonly as?: string | undefined; readonly team?: string | undefined};

/** Who plays, as was said on the command line; both empty where nobody said. */
export type WhoPlays = {readonly name: string; readonly team: string};

export const NOBODY: WhoPlays = {name: '', team: ''};

/** Who plays, or what is wrong with what was said. */
export function whoPlays({
	as,
	team,
}: WhoValues): {readonly who: WhoPlays} | {readonly message: string} {
	const [name, ofTeam] = [as, team].map(typed => cleanName(typed ?? ''));
	if (as !== undefined && name === '')
		return {message: '--as expects a name in printable characters.'};
	if (team !== undefined && ofTeam === '') {
		return {message: '--team expects a name in printable characters.'};
	}
	if (team !== undefined && as === undefined)
		return {message: '--team needs a name too: --as NAME.'};
	return {who: {name: name ?? '', team: ofTeam ?? ''}};
}
