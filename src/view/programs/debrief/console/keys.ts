import type {Key} from '../../../input/ui.types.ts';

/** Every key of the debrief. Input and the page about keys read this one table. */
export const DEBRIEF_KEYS = [
	{id: 'forward', keys: ['tab', 'right'], help: 'to the next page'},
	{id: 'back', keys: ['shift-tab', 'left'], help: 'to the page before'},
	{id: 'on', keys: ['enter', 'l', 'n'], help: 'to the next page; enter keeps what was written'},
	{id: 'before', keys: ['backspace', 'h', 'p'], help: 'to the page before, where none is written'},
	{id: 'down', keys: ['down', 'j'], help: 'read on'},
	{id: 'up', keys: ['up', 'k'], help: 'read back'},
	{id: 'pageDown', keys: ['page-down', ' '], help: 'ten lines on'},
	{id: 'pageUp', keys: ['page-up'], help: 'ten lines back'},
	{id: 'top', keys: ['home'], help: 'to the first line'},
	{id: 'bottom', keys: ['end'], help: 'to the last line'},
	{id: 'again', keys: ['r'], help: 'play again, after a loss that was told without its answer'},
	{id: 'reveal', keys: ['T'], help: 'tell all, after such a loss'},
	{id: 'leave', keys: ['escape'], help: 'leave'},
	{id: 'interrupt', keys: ['ctrl-c'], help: 'stop at once'},
	{id: 'suspend', keys: ['ctrl-z'], help: 'to the shell; fg comes back'},
	{id: 'redraw', keys: ['ctrl-l'], help: 'draw the screen anew'},
] as const satisfies readonly {id: string; keys: readonly Key[]; help: string}[];

export type DebriefKeyId = (typeof DEBRIEF_KEYS)[number]['id'];

export function debriefKeyOf(pressed: Key): DebriefKeyId | null {
	return DEBRIEF_KEYS.find(({keys}) => keys.some(key => key === pressed))?.id ?? null;
}
