import type {Key, Row, Screen, Span} from '../../view/index.ts';

/** What a click on a piece of the screen presses. */
const PRESSED = new WeakMap<Element, readonly Key[]>();

export type Painter = {
	/** Draws what differs from what is there. */
	paint(screen: Screen): void;
	/** The keys that a click there stands for; undefined where it stands for none. */
	pressedAt(target: Element): readonly Key[] | undefined;
	/** The element of a row. */
	rowAt(y: number): HTMLElement | undefined;
};

/** Rows of text as elements: a row an element, a tone a class. Only rows that have changed are touched. */
export function createPainter(sheet: HTMLElement): Painter {
	let before: readonly Row[] = [];
	const elements: HTMLElement[] = [];
	sheet.replaceChildren();
	return {
		paint({rows}) {
			for (const gone of elements.splice(rows.length)) gone.remove();
			for (const [y, row] of rows.entries()) {
				let element = elements[y];
				if (element === undefined) {
					element = document.createElement('div');
					element.className = 'row';
					elements.push(element);
					sheet.append(element);
					element.replaceChildren(...pieces(row));
				} else if (!isSame(before[y] ?? [], row)) {
					element.replaceChildren(...pieces(row));
				}
			}
			before = rows;
		},
		pressedAt(target) {
			const piece = target.closest('.press');
			return piece === null ? undefined : PRESSED.get(piece);
		},
		rowAt: y => elements[y],
	};
}

function pieces(row: Row): readonly Node[] {
	return merged(row).map(({text, tone, press}) => {
		if (tone === 'plain' && press === undefined) return document.createTextNode(text);
		const element = document.createElement('span');
		element.className = press === undefined ? tone : `${tone} press`;
		element.textContent = text;
		if (press !== undefined) PRESSED.set(element, press);
		return element;
	});
}

/** Neighbours that look and act alike become one element. */
function merged(row: Row): readonly Span[] {
	const spans: Span[] = [];
	for (const piece of row) {
		if (piece.text === '') continue;
		const last = spans.at(-1);
		if (last?.tone === piece.tone && isSamePress(last.press, piece.press)) {
			spans[spans.length - 1] = {...last, text: last.text + piece.text};
		} else spans.push(piece);
	}
	return spans;
}

function isSame(before: Row, after: Row): boolean {
	return (
		before === after ||
		(before.length === after.length &&
			before.every((piece, index) => {
				const other = after[index];
				return (
					other?.text === piece.text &&
					other.tone === piece.tone &&
					isSamePress(other.press, piece.press)
				);
			}))
	);
}

function isSamePress(one: readonly Key[] | undefined, other: readonly Key[] | undefined): boolean {
	if (one === other) return true;
	return one?.length === other?.length && one?.every((key, at) => key === other?.[at]) === true;
}
