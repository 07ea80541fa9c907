import type {Screen} from '../../view/index.ts';
import {fieldOn, type Field} from '../../view/screen/caret/index.ts';
import type {Cell} from './cells.ts';

/** What somebody did to the one line in a way that no key tells: an input method, a virtual keyboard, a menu. */
export type Edit = {readonly erased: number; readonly text: string};

export type Line = {
	/** Lays the input over the field that the screen has, if it has one; hands back whether it has. */
	lay(screen: Screen, cell: Cell): boolean;
	readonly isOpen: boolean;
};

/** The one line that is written, as a real input: it lies over the cells of the screen, and shows its caret alone. */
export function createLine(
	input: HTMLInputElement,
	{onEdit}: {readonly onEdit: (edit: Edit) => void},
): Line {
	let shown: Field | undefined;
	const mirror = ({text, at}: Field) => {
		if (input.value !== text) input.value = text;
		if (input.selectionStart !== at || input.selectionEnd !== at) input.setSelectionRange(at, at);
	};
	let composing = false;
	const edited = () => {
		if (composing || shown === undefined) return;
		const edit = editBetween(shown, input.value, input.selectionStart ?? input.value.length);
		mirror(shown);
		onEdit(edit);
	};
	input.addEventListener('compositionstart', () => {
		composing = true;
	});
	input.addEventListener('compositionend', () => {
		composing = false;
		edited();
	});
	input.addEventListener('input', edited);

	return {
		get isOpen() {
			return shown !== undefined;
		},
		lay(screen, cell) {
			const field = fieldOn(screen);
			const opens = shown === undefined && field !== undefined;
			shown = field;
			input.hidden = field === undefined;
			if (field === undefined) return false;
			input.style.left = `${String(field.x * cell.width)}px`;
			input.style.top = `${String(field.y * cell.height)}px`;
			input.style.width = `${String(Math.max(8, field.width) * cell.width)}px`;
			input.ariaLabel = field.label === '' ? 'Line' : field.label;
			if (!composing) mirror(field);
			if (opens) input.focus({preventScroll: true});
			return true;
		},
	};
}

/** What was erased before the caret, and what was written there instead. */
function editBetween({text, at}: Field, now: string, caret: number): Edit {
	const after = text.length - at;
	const written = now.slice(0, Math.max(0, now.length - after));
	const before = text.slice(0, at);
	let same = 0;
	while (same < Math.min(before.length, written.length, caret) && before[same] === written[same]) {
		same += 1;
	}
	return {erased: before.length - same, text: written.slice(same)};
}
