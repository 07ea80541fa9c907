import type {Key} from '../../input/ui.types.ts';

/** Every key that moves a replay; all others look around as they do in a run. */
export const TRANSPORT_KEYS = [
	{id: 'pause', keys: [' '], shown: 'space', footer: 'play', help: 'stop here, or play on'},
	{id: 'faster', keys: ['+', '='], shown: '+', footer: '', help: 'faster'},
	{id: 'slower', keys: ['-', '_'], shown: '+-', footer: 'speed', help: 'slower'},
	{id: 'at', keys: [':'], shown: ':', footer: 'at', help: '`at HH:MM` goes to a time (PDT)'},
	{id: 'order', keys: ['o'], shown: 'o', footer: 'order', help: 'to the next order'},
	{id: 'alert', keys: ['e'], shown: 'e', footer: 'alert', help: 'to the next page'},
	{id: 'milestone', keys: ['m'], shown: 'm', footer: 'milestone', help: 'to the next milestone'},
	{id: 'next', keys: ['n'], shown: 'n', footer: '', help: 'to the next of any of these'},
	{id: 'orderBack', keys: ['O'], shown: 'O', footer: '', help: 'to the order before'},
	{id: 'alertBack', keys: ['E'], shown: 'E', footer: '', help: 'to the page before'},
	{id: 'milestoneBack', keys: ['M'], shown: 'M', footer: '', help: 'to the milestone before'},
	{id: 'back', keys: [',', '<'], shown: ',', footer: '', help: 'five minutes back'},
	{id: 'ahead', keys: ['.', '>'], shown: '.', footer: '5m', help: 'five minutes on'},
	{id: 'start', keys: ['home'], shown: 'home', footer: '', help: 'to the beginning'},
	{id: 'end', keys: ['end'], shown: 'end', footer: '', help: 'to the end'},
	{
		id: 'takeOver',
		keys: ['T'],
		shown: 'T',
		footer: 'take over',
		help: 'play on from here yourself',
	},
	{id: 'leave', keys: ['q'], shown: 'q', footer: 'leave', help: 'leave'},
	{id: 'interrupt', keys: ['ctrl-c'], shown: 'ctrl-c', footer: '', help: 'leave at once'},
] as const satisfies readonly {
	readonly id: string;
	readonly keys: readonly Key[];
	readonly shown: string;
	readonly footer: string;
	readonly help: string;
}[];

export type TransportId = (typeof TRANSPORT_KEYS)[number]['id'];

/** What a key does to the replay, or null where it is not one of the transport's. */
export function transportOf(key: Key): TransportId | null {
	return TRANSPORT_KEYS.find(({keys}) => keys.some(known => known === key))?.id ?? null;
}
