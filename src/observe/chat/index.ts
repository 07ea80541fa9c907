export {addLine, askedAt, CHAT_LINES_MAX, converse, createChat, type Chat} from './chat.ts';
export {linesOfTeams} from './team-talk.ts';
