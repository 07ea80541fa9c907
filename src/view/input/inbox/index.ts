export {
	EMPTY_INBOX,
	inSight,
	leftBehind,
	read,
	readAll,
	readPanel,
	received,
	unreadIn,
	type Inbox,
} from './inbox.ts';
export {inboxRows, ITEM_MARKS, ITEM_TONES} from './inbox-rows.ts';
