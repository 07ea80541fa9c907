import type {Observation, PanelId, Reading} from '../observe/index.ts';
import type {Room} from '../session/index.ts';

/** What shows how each system is, as far as anybody has said. */
const OF_SYSTEMS: readonly PanelId[] = ['overview'];

/**
 * What an onlooker sees, and what the room has told everybody: of a metric the value that was told last, as old as it
 * was then. What nobody has said to all is not in it.
 */
export function withKnown(seen: Observation, whole: Observation, {messages}: Room): Observation {
	const metrics: Record<string, Reading> = {...seen.metrics};
	for (const {to, facts} of messages) {
		if (to !== 'all') continue;
		for (const fact of facts) {
			const reading = fact.kind === 'metric' ? whole.metrics[fact.metric] : undefined;
			if (fact.kind !== 'metric' || reading === undefined) continue;
			const {id, label, unit} = reading;
			metrics[id] = {id, label, unit, value: fact.value, sampledAt: fact.sampledAt, history: []};
		}
	}
	const {panels} = whole.withheld;
	const isDark = (panel: PanelId) => panels.includes(panel) || !OF_SYSTEMS.includes(panel);
	const withheld = {...seen.withheld, panels: seen.withheld.panels.filter(isDark)};
	return {...seen, metrics, withheld};
}
