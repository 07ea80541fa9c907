import {Box, Text} from 'ink';
import {memo} from 'react';
import type {Screen, Theme} from '../view/index.ts';
import {styled} from './styled.ts';

/** A frame, row by row. Every row is one line that Yoga may neither shrink nor wrap. */
export function ScreenRows({screen, theme}: {readonly screen: Screen; readonly theme: Theme}) {
	return screen.rows.map((row, index) => <ScreenRow key={index} line={styled(row, theme)} />);
}

/** One piece of text: Ink joins and styles every part of a row anew with every frame. */
const ScreenRow = memo(function ScreenRow({line}: {readonly line: string}) {
	return (
		<Box height={1} flexShrink={0}>
			<Text wrap="truncate-end">{line}</Text>
		</Box>
	);
});
