import {
	automationsNamed,
	automationsOf,
	SUBSYSTEM_NAMES,
	type SubsystemName,
	type World,
	valueAt,
} from '../../sim/index.ts';

type Place = {readonly part: SubsystemName; readonly index: number};

/**
 * Reads whether an automation is paused; several that are meant by one word are so only when all of them are.
 * They stand in the same place in every world, so that they are looked for once and not each second.
 */
export function pausedReader(id: string): (world: World) => boolean {
	let places: readonly Place[] | null = null;
	return world => {
		places ??= placesOf(world, id);
		for (const {part, index} of places)
			if (!valueAt<{readonly paused: boolean}>(automationsOf(world, part), index).paused)
				return false;
		return places.length > 0;
	};
}

function placesOf(world: World, id: string): readonly Place[] {
	const named = new Set(automationsNamed(world.dns, id));
	return SUBSYSTEM_NAMES.flatMap(part =>
		automationsOf(world, part).flatMap((automation, index) =>
			named.has(automation) || automation.id === id ? [{part, index}] : [],
		),
	);
}
