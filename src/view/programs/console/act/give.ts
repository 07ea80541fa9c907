import type {Ui} from '../../../input/ui.types.ts';
import type {Update} from '../../../input/wish.types.ts';

/** An order that was put together by keys: its card comes first. */
export function chosen(ui: Ui, text: string): Update {
	return [ui, [{type: 'do', deed: {do: 'order', text}, chosen: true}]];
}
