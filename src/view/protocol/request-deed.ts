import type {Deed} from '../do/deed.types.ts';
import type {Request} from './requests.schema.ts';

/** Requests that only ask what there is to see, and do nothing. */
export type Look = Extract<Request, {do: 'observe' | 'complete' | 'orders' | 'result'}>;

/** What a request wants done. */
export function deedOf(request: Exclude<Request, Look>): Deed {
	switch (request.do) {
		case 'attempt':
			return {do: 'order', text: request.order, confirmed: request.confirmed === true};
		case 'suspect': {
			const {suspect, confidence, unless = ''} = request;
			return {do: 'suspect', suspect, confidence, unless};
		}
		case 'expect':
			return {do: 'expect', text: request.text, order: request.order};
		case 'note':
			return {do: 'note', about: request.about, text: request.text};
		case 'snapshot':
			return {do: 'snapshot', name: request.name ?? ''};
		case 'back':
			return {do: 'back', to: request.to ?? ''};
		case 'confirm':
			return {do: 'confirm', on: request.on};
		case 'panel':
			return {do: 'panel', panel: request.panel};
		case 'wait':
			return {do: 'wait', seconds: (request.minutes ?? 0) * 60 + (request.seconds ?? 0)};
		case 'until':
			return {do: 'until', time: request.time};
		case 'say':
			return {do: 'talk', text: request.text};
		case 'next':
			return {do: 'next', decision: request.decision === true};
		case 'hint':
		case 'quit':
			return {do: request.do};
	}
}
