import type {Observation} from '../../../observe/index.ts';
import {flash} from './flash.ts';
import {dueIn} from '../../say/due.ts';
import {duration} from '../../say/measure.ts';
import type {Ui} from '../../input/ui.types.ts';
import {warmed} from './time/index.ts';

/** Between the announcement and the thing itself lie at least so many real seconds (ADR 0009). */
const NOTICE_SECONDS = 20;

/** Announces what is about to come, once, and keeps time slow enough to do something about it. */
export function announced(ui: Ui, observation: Observation): Ui {
	const {now} = observation;
	const due = dueIn(observation, ui.limit).find(
		({id, at, ahead}) => now >= at - ahead && now < at && !ui.announced.includes(id),
	);
	const lapsed = ui.cap !== null && now >= ui.cap.until ? {...ui, cap: null} : ui;
	if (due === undefined) return lapsed;
	const left = due.at - now;
	const told = {...lapsed, announced: [...ui.announced, due.id].slice(-ANNOUNCED_MAX)};
	const said = flash(told, 'warn', `${due.what} in ${duration(left)}.`);
	if (!ui.slows) return said;
	const speed = Math.max(1, Math.floor(left / NOTICE_SECONDS));
	return {...warmed(said, due.what), cap: {until: due.at, speed, what: due.what}};
}

const ANNOUNCED_MAX = 50;
