import fs from 'node:fs';
import {join} from 'node:path';
import {hashes, milestonesOf, SWITCH_NAMES, WORLD, type World} from '../../src/sim/index.ts';
import {ROOT} from '../support/tree.ts';
import {LEVEL, live, ordersOf} from '../verdicts/october.ts';
import {liveCustomersNight, type CustomersNight} from './customers-night.ts';

/** What has to be lived to be known: `npm run coverage -- --measure` lives it, and a heavy test lives it again. */
export type Measured = {
	readonly world: number;
	/** The first time at which the night with a switch is another night than without; null where it never is. */
	readonly switches: Readonly<Record<string, string | null>>;
	/** When the milestones of the record come with the day's own orders. */
	readonly milestones: readonly {
		readonly what: string;
		readonly real: string;
		readonly came: string | null;
		readonly minutes: number | null;
	}[];
	/** When the moments of a company's night come, with what reports tell that people did. */
	readonly customersNight: CustomersNight;
};

const FILE = join(ROOT, 'test/coverage/measured.json');
const EVERY_SECONDS = 600;

export function keptMeasures(): Measured {
	return JSON.parse(fs.readFileSync(FILE, 'utf8')) as Measured;
}

export function keepMeasures(measured: Measured): void {
	fs.writeFileSync(FILE, `${JSON.stringify(measured, null, '\t')}\n`);
}

export function measure(): Measured {
	const orders = ordersOf('as-it-happened');
	const usual = new Map<number, string>();
	let milestones: Measured['milestones'] = [];
	live({seed: LEVEL.seed, sample: 0, orders}, world => {
		if (world.now % EVERY_SECONDS === 0) usual.set(world.now, marks(world));
		if (world.ending !== null) milestones = milestonesIn(world);
	});
	const switches = Object.fromEntries(
		SWITCH_NAMES.map(name => [name, firstDifference(name, orders, usual)] as const),
	);
	return {world: WORLD, switches, milestones, customersNight: liveCustomersNight()};
}

function firstDifference(
	name: (typeof SWITCH_NAMES)[number],
	orders: ReturnType<typeof ordersOf>,
	usual: ReadonlyMap<number, string>,
): string | null {
	for (const until of ['00:30:00', undefined]) {
		const different: number[] = [];
		live(
			{
				seed: LEVEL.seed,
				sample: 0,
				orders,
				switches: [name],
				...(until === undefined ? {} : {until}),
			},
			world => {
				if (different.length > 0 || world.now % EVERY_SECONDS !== 0) return;
				if (usual.get(world.now) !== marks(world)) different.push(world.now);
			},
		);
		const [first] = different;
		if (first !== undefined) return clockAt(first);
	}
	return null;
}

function marks(world: World): string {
	return Object.values(hashes(world)).join(' ');
}

function milestonesIn(world: World): Measured['milestones'] {
	return milestonesOf(world).flatMap(({what, real, at}) =>
		real === null
			? []
			: {
					...{what, real},
					came: at === null ? null : clockAt(at),
					minutes: at === null ? null : Math.round((at - secondsTo(real)) / 60),
				},
	);
}

const DAY = 86_400;

function secondsTo(clock: string): number {
	const [hours = 0, minutes = 0] = clock.split(':').map(Number);
	return (hours * 3_600 + minutes * 60 - LEVEL.startSecondsOfDay + DAY) % DAY;
}

function clockAt(at: number): string {
	const seconds = (LEVEL.startSecondsOfDay + at) % DAY;
	const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
	return `${two(seconds / 3_600)}:${two((seconds % 3_600) / 60)}`;
}
