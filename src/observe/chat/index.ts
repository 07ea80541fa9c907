export {addLine, askedAt, converse, createChat, type Chat} from './chat.ts';
export {linesOfTeams} from './team-talk.ts';
