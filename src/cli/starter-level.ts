import {DOCS} from './docs-pages.ts';

/** The files of a level to start from, by their names: short, commented, and one that teaches already. */
export function starterLevel(id: string): Readonly<Record<string, string>> {
	const title = id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');
	return {
		'level.yaml': levelYaml(id, title),
		'briefing.md': BRIEFING.replace('TITLE', title),
		'debrief.md': DEBRIEF,
		'players/silent.orders': '# Nobody does anything.\n',
		'players/textbook.orders': TEXTBOOK,
		'players/reckless.orders': RECKLESS,
		'players/all-but-the-lesson.orders': ALL_BUT,
	};
}

/** A name as a level's id: lower-case letters, digits and hyphens; empty where nothing of it is left. */
export function idFrom(name: string): string {
	return name
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, '-')
		.replace(/^-+/, '')
		.slice(0, 64)
		.replace(/-+$/, '');
}

function levelYaml(id: string, title: string): string {
	return `# yaml-language-server: $schema=./level.schema.json
# What the level is: data and no code. Times are PDT, within one day from \`start\`. Keys that the game does not
# know are errors; \`outage-oncall levels check .\` says which, where, and whether the level teaches.
format: 1
id: ${id}
title: ${title}
summary: >-
  One or two sentences that make somebody want to play it and give nothing away.
kind: drill # ladder, drill, exam, sandbox or tutorial
minutes: 2 # real minutes, said beforehand
lesson: What a player knows afterwards and did not know before. Here, to look before you act.
role: Who the player is, and who is with them.
dials: {pressure: 0} # how loudly people ask, 0 to 3; everything else about difficulty is counted
start: '09:30'
limit: '10:30'
seed: '1' # of the default run; others may be typed in

# What colleagues did before the player takes over at \`until\`. It is simulated, not made up.
prelude:
  until: '10:00'
  orders:
    - '09:31 page network'
    - '09:31 page dynamodb'

# What goes wrong, \`at\` a time or \`when\` something is so. Conditions, never scripts: what follows from them is the
# model's affair.
faults:
  - {at: '10:01', to: border, type: packet-loss, share: 0.06, seconds: 7200}
switches: [] # fixes that were made since the event; \`outage-oncall model-card\` lists them
parameters: {} # numbers of the model that differ, such as dwfm: {recheckSeconds: 120}

${SEEN}
# How it ends. Conditions are metric, milestone, automation, done, given, updates, suspected and at,
# put together with all, any, not, holds and first: ${DOCS}/levels.md.
goals:
  win: {all: [{done: reroute border}, {metric: border.loss, below: 0.03}]}
  why: You looked, and did what helps against packet loss.
  lose:
    - when: {first: {metric: orders.touched, above: 0}, then: {done: reroute border}}
      why: You changed something that was well.
  atLimit: lost # won, where the right thing is to leave it alone

# What has to be done on the way. Each has to be met by some player and missed by some other.
tasks:
  - id: looked
    what: Look at the border before acting on it.
    met: {first: {given: show border}, then: {given: reroute border}}
    before: '10:20'

# What nobody should do, whether it went well or not.
unsafe:
  - id: guessed
    what: Something was changed that had nothing to do with it.
    when: {first: {metric: orders.touched, above: 0}, then: {done: reroute border}}

# What is behind the trouble, and while what is so.
diagnosis:
  - {suspect: border-network, when: {metric: border.loss, above: 0.01}}

# Moments that the debrief comes back to, and what else could have been done in them.
decisions:
  - id: where-to-look
    what: Packets are being lost; everything else is as it was.
    when: {metric: border.loss, above: 0.01}
    alternatives: [show border, reroute border use1-az1]

# For those who ask. They point at data and never at the answer.
hints:
  - when: {all: [{metric: border.loss, above: 0.01}, {not: {given: show border}}]}
    text: One number on the screen is not what it was a minute ago. Which?
`;
}

const SEEN = `# What people outside see of it: alarms over what monitoring delivers, and what is written in the chat.
alerts:
  - {id: shop-checkouts, group: services, severity: ticket, metric: border.loss, above: 0.02, title: 'a shop: {} of packets lost'}
chat:
  - from: Ada, account manager of a shop
    role: account-manager
    when: {metric: border.loss, above: 0.02}
    for: 4 # minutes that it has to hold; \`again: 10\` would have it said every ten minutes
    words: [Every twentieth checkout of my shop hangs. Is it us or you?]
darkens: [] # panels that go dark while something is so: {panel: network, when: ...}
`;

const BRIEFING = `# TITLE

What the player reads before it begins, in less than a minute: when it is, who is there, what is asked. No spoilers.
How it is won and lost is added from level.yaml.
`;

const DEBRIEF = `# What it was

What the player reads afterwards: what was wrong, what helped and why, and where it really happened.
`;

const TEXTBOOK = `# Does what the lesson says, with any seed: it acts on what it sees. It has to win.
when border.loss above 0.02: show border
	+00:20 reroute border use1-az1
`;

const RECKLESS = `# Does what people do in a hurry. Times count from the takeover.
+00:30 force plan
+01:00 restart enactors
`;

const ALL_BUT = `# Does everything right but for the lesson. It has to lose.
+01:30 restart enactors
when border.loss above 0.02 for 3 min: reroute border use1-az1
`;
