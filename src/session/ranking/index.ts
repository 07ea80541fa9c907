export {
	agreement,
	judgedByPanel,
	panelOf,
	type Panel,
	type Ranked,
	type RankedDecision,
} from './panel.ts';
export {placesInOrder} from './places.ts';
export {livedBy, rankedBy, type Lived} from './scripted.ts';
