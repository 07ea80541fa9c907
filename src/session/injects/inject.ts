import type {InjectDeed, Level} from '../../level/index.ts';
import {hearFrom, PANELS, type Observer, type PanelId} from '../../observe/index.ts';
import {assert, planFault, tick, type Attempt, type World} from '../../sim/index.ts';
import {parseOrder} from '../command.ts';

/** What has been injected into a run and goes on: plain data, copied with it. */
export type Injected = {
	/** Orders that colleagues were made to give: they count down below those of the night shift. */
	orders: number;
	/** Panels that are dark, each until a second. */
	readonly dark: {readonly panel: PanelId; readonly until: number}[];
};

/** What of a run an inject touches. */
type Touched = {
	readonly world: World;
	readonly observer: Observer | null;
	readonly waiting: Attempt[];
	readonly evaluator: {readonly level: Level};
	readonly injected: Injected;
};

export function nothingInjected(): Injected {
	return {orders: 0, dark: []};
}

/** Lets an inject come about, in the second that follows. */
export function inject(run: Touched, deed: InjectDeed): void {
	const {world, observer, injected} = run;
	switch (deed.does) {
		case 'strike':
			planFault(world.agenda, tick(world.now + 1), deed.to, deed.fault);
			return;
		case 'darken': {
			const panel = PANELS.find(id => id === deed.panel);
			const until = world.now + Math.round(60 * deed.minutes);
			if (panel !== undefined) injected.dark.push({panel, until});
			return;
		}
		case 'write':
			if (observer !== null) hearFrom(observer, world, deed);
			return;
		case 'order': {
			const parsed = parseOrder(deed.words);
			assert(parsed.ok, 'an order of an inject is read with its journal');
			const number = -run.evaluator.level.prelude.length - injected.orders++;
			run.waiting.push({number, by: deed.from, order: parsed.order});
		}
	}
}

/** Panels that an inject keeps dark now. */
export function darkened({
	injected: {dark},
	world: {now},
}: Pick<Touched, 'injected' | 'world'>): readonly PanelId[] {
	if (dark.length === 0) return NONE;
	return dark.filter(({until}) => until > now).map(({panel}) => panel);
}

const NONE: readonly PanelId[] = [];
