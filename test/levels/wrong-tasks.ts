import {deedsIn, type Deeds} from './deeds.ts';

export type WrongTask = {
	readonly level: string;
	readonly task: string;
	readonly deeds: Deeds;
	/** Seconds after the takeover at which it is judged. */
	readonly until: number;
	/** Who is paged in the first second; everybody, where nobody is named. */
	readonly teams: readonly string[] | null;
};

/** Each task of each level, done wrongly: what keeps to the letter of it, and not to its words. */
const TABLE = `
a-queue-that-will-not-drain
	took-less by 3000: 2500 gate dwfm 4
	emptied by 3000: 1500 workers dwfm 64
comms-only
	first-word by 1800: 60 update many-services none investigating next 30
	narrowed by 9000: 1500 update ec2-launches none resolved next 30
	narrowed by 6000: 60 update ec2-launches down investigating next 120
	closed by 9600: 1500 update ec2-launches none monitoring next 120
exam
	look-first by 3200: 1500 restart enactors; 1700 dig regional; 1710 show leases
	first-word by 3000: 60 update none none investigating next 30
	hold-back by 6100: 1210 throttle launches 100 percent; 1400 throttle launches off
	network-in-time by 9700: 1500 throttle launches 100 percent; 2000 throttle launches off
	all-leases by 15100: nothing
false-health-signal
	net-out by 9000: 60 pause nlb-failover; 300 resume nlb-failover
	net-back by 9000: 60 pause nlb-failover; 900 resume nlb-failover
	net-back by 9600: 60 pause nlb-failover; 6000 resume nlb-failover; 6300 pause nlb-failover
	hold-launches by 6000: 60 throttle launches off
	hold-launches by 6000: 60 throttle launches 1000 percent
first-steps
	looked by 3000: 1500 repoint regional rollback; 2800 dig regional
	looked by 3000: 60 dig fips; 1500 repoint regional rollback
	fetched by 1900: nothing | ec2
lambda-pollers
	limit-first by 3000: 1500 restore pollers sqs; 2400 throttle pollers 20
	limit-first by 4000: 1500 throttle pollers 20; 1700 throttle pollers 100; 1900 restore pollers sqs
	back-soon by 4000: 2750 restore pollers sqs
	calls-first by 9000: 1500 restore pollers sqs
	told by 6000: 60 update lambda none resolved next 30
felt-elsewhere
	looked by 3600: 60 advise local-users on; 1500 show redshift
	local-users by 4000: 1500 advise local-users on
	writers by 4000: 1500 advise write-elsewhere on
	taken-back by 8900: 60 advise local-users on; 70 advise write-elsewhere on; 1500 advise write-elsewhere off; 8000 advise local-users off
other-names
	every-name by 3000: 60 dig regional; 70 dig dual-stack; 1500 dig fips
	one-plan by 3000: 60 pause dns-automation; 300 repoint all rollback; 1500 show plans
	stopped-first by 3000: 60 repoint all rollback; 1500 pause dns-automation
	all-back by 3400: 60 repoint dual-stack rollback
layer-zero
	stand-first by 3000: 60 override regional dwfm on; 900 repoint all rollback
	queues by 3000: 60 override dual-stack prod on
	restored by 3600: 60 override regional prod on; 900 pin regional 10
a-short-memory
	counted by 1200: 60 pause cleanup; 300 show enactors
	stopped-in-time by 1200: 60 pause enactor-2
	put-back by 6600: 60 pause cleanup; 70 pause enactor-1; 4800 resume cleanup
back-at-once
	limit-first by 1000: 60 throttle async 50
	calls-first by 4000: 60 throttle pollers 50; 900 throttle pollers 100
	looked by 1000: 60 throttle pollers 50; 300 show lambda
	told by 2700: 60 update lambda none monitoring next 30
another-region
	looked by 3000: 60 update ec2-launches errors identified next 30; 1500 show launches
	told by 3000: 60 update ec2-launches none monitoring next 30
	stayed by 6200: 60 advise other-region on
	closed by 3600: 60 update ec2-launches none monitoring next 30
nobody-picks-up
	looked by 3600: 60 switch flows static; 1500 show connect
	agents-in by 4000: 1500 switch flows static
	kept by 6000: 60 offer callbacks on; 600 switch flows static
	told by 6000: 60 update many-services none resolved next 30
	put-back by 9100: 60 switch flows static; 400 offer callbacks on; 7000 switch flows lambda
network-backlog
	below-capacity by 1300: 60 throttle launches 300 percent
	both-doors by 1900: 60 throttle launches 5 percent; 1500 throttle terminations off
	in-steps by 14000: 60 throttle launches 0 percent; 120 throttle terminations 0 percent; 1500 throttle launches off; 1510 throttle terminations off
	take-it-off by 9600: 60 throttle launches 5 percent; 70 throttle terminations 5 percent; 9000 throttle launches off; 9010 throttle terminations off; 9300 throttle launches 90 percent
october-20
	count-addresses by 3100: 60 dig regional; 1900 dig fips
	first-word by 4000: 60 update none none investigating next 30
	freeze-first by 9000: 2700 repoint regional rollback; 7800 pause dns-automation
	hold-back by 13000: 1210 gate dwfm 4; 1500 gate dwfm off; 2700 pause dns-automation; 2900 repoint all rollback; 12000 gate dwfm 4
	leases by 11000: 2700 pause dns-automation; 2900 repoint all rollback
	take-out-the-net by 25900: 1300 pause nlb-failover; 1700 resume nlb-failover; 2700 pause dns-automation; 2900 repoint all rollback
	elsewhere by 20500: 1500 pause dns-automation
	give-back by 60000: 2700 pause dns-automation; 2900 repoint all rollback
one-empty-answer
	asked-the-name by 1300: 1000 dig regional
	asked-the-name by 1300: 30 dig regional; 300 dig fips
	restored by 2000: 1210 pin regional 10
quiet-shift
	watched by 1200: 5 show border; 1000 show border
	hands-off by 3000: 1500 restart enactors
read-a-panel
	looked by 2400: 1500 reroute border use1-az1; 1800 show border
	rerouted by 1400: 60 show border
red-herring
	asked-the-name by 700: 60 dig fips
	right-people by 700: nothing | network ec2
	evidence-first by 2000: 1500 reroute border use1-az1; 1600 dig regional
	restored by 3300: 1500 pin regional 10
redshift-replacements
	hold-early by 4000: 1210 pause redshift-replacement
	launches-first by 9000: 60 pause redshift-replacement; 1500 resume redshift-replacement
	give-back by 10000: 60 pause redshift-replacement; 9000 resume redshift-replacement; 9300 pause redshift-replacement
sign-in-storm
	looked by 3600: 60 shed sign-in scripts; 1500 show identity
	sessions by 4000: 1500 extend sessions on
	copy by 9000: 4000 serve iam copy
	let-in by 6000: 60 shed sign-in identity-center; 70 shed sign-in iam-users; 80 shed sign-in scripts
	put-back by 9100: 30 extend sessions on; 60 shed sign-in scripts; 3600 admit sign-in scripts
staged-restarts
	gate-first by 2400: 1500 restart dwfm batch 10 every 60; 2300 gate dwfm 4
	gate-first by 2400: 60 gate dwfm 4; 1500 gate dwfm off; 1700 restart dwfm batch 10 every 60
	waves by 3000: 1500 restart dwfm all
	hold-launches by 4000: 3700 throttle launches 5 percent
support-third-state
	looked by 2400: 1500 bypass support on; 1600 show support
	let-in by 2400: 1500 bypass support on
	told by 6000: 60 update support none resolved next 30
	put-back by 7300: 60 bypass support on; 1500 bypass support off
throttle-then-relax
	open-at-all by 2400: 1900 throttle launches 100 percent
	keep-the-network by 9000: 60 throttle launches off; 70 throttle terminations off
	take-it-off by 2000: 60 throttle launches off; 70 throttle terminations off; 1300 throttle launches 50 percent
warm-pool
	looked by 3600: 60 place tasks fargate; 1500 show containers
	held by 3600: 60 place tasks fargate; 600 pause container-deployments
	placed by 3600: 2400 place tasks fargate
	lasted by 6300: 60 place tasks fargate
	put-back by 9900: 60 pause container-deployments; 200 place tasks fargate; 6000 resume container-deployments
somebody-elses-outage
	keep-servers by 1800: 60 pause fleet-scale-in; 1200 pause deploys
	hold-jobs by 6000: 60 hold replays; 1200 replay jobs 500
	told by 1800: 60 tell customers recovering
the-other-side
	keep-servers by 1800: 60 pause fleet-scale-in; 1300 pause deploys
	told by 3000: 60 move status-page; 900 tell customers recovering
	before-the-day by 21000: 19800 fail over new
	home-in-steps by 23000: 10500 fail over new; 21600 come back 100
the-second-collapse
	cut-load by 3600: 330 shed free; 700 shed none
	in-steps by 5400: 330 shed most; 1800 shed none
	told by 1500: 360 tell customers recovering
two-writers
	asked-the-name by 1300: 30 dig regional; 300 dig fips
	stopped-first by 2600: 1500 repoint regional rollback; 2200 pause dns-automation
	restored by 2000: 600 pause dns-automation; 900 pin regional 10
`;

export const WRONG_TASKS: readonly WrongTask[] = TABLE.trim()
	.split('\n')
	.reduce<{readonly level: string; readonly rows: readonly WrongTask[]}>(
		({level, rows}, line) => {
			const [, task = '', until = '', deeds = '', , teams] =
				/^\t(\S+) by (\d+): ([^|]*?)( \| (.+))?$/.exec(line) ?? [];
			if (task === '') return {level: line, rows};
			const paged = teams?.split(' ') ?? null;
			const row = {level, task, deeds: deedsIn(deeds), until: Number(until), teams: paged};
			return {level, rows: [...rows, row]};
		},
		{level: '', rows: []},
	).rows;
