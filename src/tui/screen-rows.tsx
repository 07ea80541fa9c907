import {Box, Text} from 'ink';
import {memo} from 'react';
import type {Row, Screen, Span, Theme} from '../view/index.ts';

/** A frame, row by row. Every row is one line that Yoga may neither shrink nor wrap. */
export function ScreenRows({screen, theme}: {readonly screen: Screen; readonly theme: Theme}) {
	return screen.rows.map((row, index) => <ScreenRow key={index} row={merged(row)} theme={theme} />);
}

type RowProps = {readonly row: Row; readonly theme: Theme};

const ScreenRow = memo(function ScreenRow({row, theme}: RowProps) {
	return (
		<Box height={1} flexShrink={0}>
			<Text wrap="truncate-end">
				{row.map((piece, index) => (
					<Text key={index} {...theme[piece.tone]}>
						{piece.text}
					</Text>
				))}
			</Text>
		</Box>
	);
}, sameRow);

function sameRow(before: RowProps, after: RowProps): boolean {
	return (
		before.theme === after.theme &&
		before.row.length === after.row.length &&
		before.row.every((piece, index) => {
			const other = after.row[index];
			return other?.text === piece.text && other.tone === piece.tone;
		})
	);
}

/** Neighbours of one tone become one Text: the fewer there are, the cheaper the frame. */
function merged(row: Row): Row {
	const spans: Span[] = [];
	for (const piece of row) {
		if (piece.text === '') continue;
		const last = spans.at(-1);
		if (last?.tone === piece.tone)
			spans[spans.length - 1] = {...last, text: last.text + piece.text};
		else spans.push(piece);
	}
	return spans;
}
