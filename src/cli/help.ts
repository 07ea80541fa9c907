import {DOCS} from './docs-pages.ts';

const HELP = `outage-oncall: you are on call for the AWS us-east-1 outage of 19-20 October 2025

  outage-oncall                    play, or go on with the run you left
  outage-oncall play [LEVEL]       the same, for a level
      --seed S                     other luck: a new run of its own
      --set PART.NAME=N, --switch NAME
                                   play sandbox: a number of the model, a fix that is in; see model-card
      --saves DIR                  where journals are kept
      --new                        begin anew without asking
      --theme T, --graphs G, --length L, --no-animation, --screen-reader
                                   for this once, over what is set: see settings
      --plain                      by lines, for screen readers and pipes; so too without a terminal
      --protocol                   by JSON lines, for programs: see ${DOCS}/protocol.md
      --continue                   by lines, go on with the run you left without asking
  outage-oncall daily [LEVEL]      today's level with today's seed, the same for everybody; or that level with it
  outage-oncall run LEVEL          a run without a screen
      --seed S                     or the next of its line that makes the level's story, as for play
      --seed-as-is                 that very seed, for research
      --orders FILE                a timeline: "HH:MM:SS order" in PDT, "06:48 UTC order", dates, am and pm, tables;
                                   # for comments; - is standard input
      --tz UTC                     the clock of times that name none
      --expect won|lost            exit code 1 where the run comes out otherwise
      --player NAME                in place of a file: one of the level's scripted players, see levels
      --switch NAME, --set PART.NAME=N
                                   a fix named since the event, a number of the model, see model-card;
                                   may be repeated
      --until HH:MM                stop there
      --saves DIR                  keep the journal there
      --json                       one JSON object and nothing else
  outage-oncall replay FILE        watch a journal: play, seek, jump, take over; --seat NAME as one of a team saw it
                                   (twice: two of them beside each other)
      --verify                     exit 1 at the first difference, with its tick and subsystem
      --json                       the object that run prints, with "verified"
      --asciicast OUT              a recording of it that asciinema plays; --size 120x36, --speed 60
                                   and --theme, --graphs as for play
      --salvage OUT                what precedes the damage in a damaged journal, as a journal of its own
      --saves DIR                  where a run that you take over is kept
      --level PATH                 the level, where it is not one of the game's
  outage-oncall score FILE         live a journal again and say how the run stands, axis by axis
      --json                       as one JSON object
      --card                       five lines to share, which give nothing away
      --level PATH                 the level, where it is not one of the game's
  outage-oncall share FILE         a run as a link, once it comes out as it says when it is lived again
      --base URL                   the page to open it in; without it, what stands behind the page's address
      --qr                         a code as well, for the camera of a telephone
      --level PATH
  outage-oncall debrief FILE       what mattered in a run, found by living it again with one thing changed
      --html OUT                   a page for any browser, telephone or printer, with the console of the minute in it
      --finding N                  the orders of one finding, as a file for run --orders
      --json                       the same as one JSON object
      --level PATH
  outage-oncall compare A B ...    runs of one level and seed side by side: how they ended, the same facts, who had word
      --html OUT, --json           as a page, as one JSON object
      --level PATH                 the level, where it is not one of the game's
  outage-oncall review             your dearest decisions and when they come back: after 1, 3, 7, 16 days
      start                        take those that are due once more, about a minute each
      rebuild                      find them again in the journals; --saves DIR, --date YYYY-MM-DD
  outage-oncall orders [VERB]      everything an operator can order, with examples
  outage-oncall model-card         every number of the model, its unit and source; every switch
  outage-oncall levels [LEVEL]     what can be played, what each teaches, your best; --json, --saves DIR
  outage-oncall levels check [PATH]
                                   is a level written well, and does it teach? --seeds N, --json
  outage-oncall levels new NAME    a level of your own to start from, --in DIR
  outage-oncall records            your best runs of each level; people and programs, timed and untimed apart
      --rebuild                    from the journals alone, each lived again, however long it takes
      --json
      --saves DIR
  outage-oncall sign FILE          vouch for a run that ended, once it came out as it says; --as host, --level PATH
  outage-oncall key                the key you sign with, and those of others that you know
      new [NAME]                   make it; it is kept with your state, for your eyes only
      trust NAME KEY, forget NAME
  outage-oncall settings [NAME [VALUE]]
                                   what is set, what there is to choose, set it;
                                   keys.pause p,ctrl-p moves a key, default moves it back
  outage-oncall web                the same game as a page, for browsers on this machine; what is played stays in them
      --port N                     another port, 0 for any that is free
      --open                       and open a browser on it
  outage-oncall host [LEVEL]       one night for a whole team: prints what each joins with, in a terminal or a browser,
                                   and a board for everybody to see; ctrl-c closes the room
      --seed S, --saves DIR        as for play
      --plan FILE                  what is injected, and when: a plan of the session
      --players N, --fog thin      how many seats, 2 unless told; thin fog tells each how what it stands on is
      --delay SECONDS              how late observers see the room, 120 unless told; the board shows it at once
      --port P, --listen ADDR      another port, 0 for any that is free; an address that others can reach
      --cert F --key F             with TLS, so that nobody on the network reads along
      --continue [FILE]            go on with the room you left, everybody on their seat; or with that one
  outage-oncall join URL           take a seat in a room; the link for a browser will do as well
      --name N, --role R           who you are; the seat you would like
      --watch                      look on, whatever the code lets in
      --plain                      by lines
  outage-oncall watch URL          the same as join --watch

  LEVEL is the name of a level, or the path of a folder with a level.yaml.
  FILE is the journal of a run, the page of its debrief, - for standard input, or a link in quotes: '#run=...'
  Pages on all of it: ${DOCS.replace('/blob/', '/tree/')}
  Exit codes: 0 done, 1 the answer is no, 2 bad input, 130 interrupted.
`;

/** The whole of it, or what belongs to one command; undefined where there is no such command. */
export function helpText(command?: string): string | undefined {
	if (command === undefined) return HELP.trimEnd();
	const [title = '', ...sections] = HELP.split(/\n(?= {2}outage-oncall )|\n\n(?= {2}LEVEL )/u);
	const notes = sections.pop() ?? '';
	// The first line, which has no command, plays.
	const own = sections.filter(section => section.split(/[\s,]+/u)[2] === command);
	return own.length === 0 ? undefined : [title, ...own, '', notes.trimEnd()].join('\n');
}
