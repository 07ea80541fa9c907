import {deedsIn, type Deeds} from './deeds.ts';

export type WrongAct = {
	readonly level: string;
	readonly act: string;
	/** Seconds after the takeover at which it is judged. */
	readonly until: number;
	/** What nobody should do, done. */
	readonly wrong: Deeds;
	/** The same deed where it is not what the words mean, or what is right; null where there is none. */
	readonly right: Deeds | null;
};

const TABLE = `
a-queue-that-will-not-drain all-at-once by 5000
	wrong: 1500 restart dwfm all
	right: 1500 restart dwfm host 3
exam all-at-once by 5000
	wrong: 1500 restart dwfm all
	right: 1500 restart dwfm host 3
october-20 all-at-once by 5000
	wrong: 1500 restart dwfm all
	right: 1500 restart dwfm host 3
staged-restarts all-at-once by 5000
	wrong: 1500 restart dwfm all
	right: 1500 restart dwfm host 3
a-queue-that-will-not-drain more-work by 5000
	wrong: 1500 workers dwfm 64
	right: 1500 workers dwfm 8
exam more-workers by 5000
	wrong: 1500 workers dwfm 64
	right: 1500 workers dwfm 8
october-20 more-workers by 5000
	wrong: 1500 workers dwfm 64
	right: 1500 workers dwfm 8
staged-restarts more-workers by 5000
	wrong: 1500 workers dwfm 64
	right: 1500 workers dwfm 8
exam fail-faster by 2400
	wrong: 1500 timeout dwfm 20
	right: 1500 timeout dwfm 120
october-20 fail-faster by 2400
	wrong: 1500 timeout dwfm 20
	right: 1500 timeout dwfm 120
exam healthy-zone by 5000
	wrong: 1500 drain zone use1-az2
	right: 1500 show balancers
october-20 healthy-zone by 5000
	wrong: 1500 drain zone use1-az2
	right: 1500 show balancers
exam last-good-tree by 2400
	wrong: 1500 clean zone regional
	right: 1500 show zone regional
october-20 last-good-tree by 2400
	wrong: 1500 clean zone regional
	right: 1500 show zone regional
exam edit-while-it-writes by 9000
	wrong: 1210 pause dns-automation; 1800 resume dns-automation; 2400 repoint regional rollback
	right: 2700 pause dns-automation; 2900 repoint all rollback
october-20 edit-while-it-writes by 9000
	wrong: 1210 pause dns-automation; 1800 resume dns-automation; 2400 repoint regional rollback
	right: 2700 pause dns-automation; 2900 repoint all rollback
exam repair-by-heart by 9000
	wrong: 2400 repoint regional rollback; 8000 dig regional
	right: 2000 dig regional; 2400 repoint regional rollback
exam flood by 10000
	wrong: 1500 throttle launches 1/s; 9000 throttle launches off
	right: 1210 throttle launches 1/s; 1500 throttle launches off; 1700 throttle launches 1/s
october-20 race-again by 6000
	wrong: 1500 pause dns-automation; 3000 resume dns-automation
	right: 1500 pause dns-automation
october-20 race-again by 6000
	wrong: 1500 pause dns-automation; 3000 resume enactor-2
	right: -
october-20 flood by 16000
	wrong: 1500 throttle launches 1/s; 14000 throttle launches off
	right: 1500 throttle launches 100 percent; 1700 throttle launches off; 1900 throttle launches 1/s
october-20 evacuated by 6000
	wrong: 2400 evacuate zone use1-az1
	right: 1210 evacuate zone use1-az1
october-20 unreachable by 22000
	wrong: 2700 pause dns-automation; 2900 repoint all rollback; 20000 terminate unreachable
	right: 2700 pause dns-automation; 2900 repoint all rollback; 20000 show network
comms-only word-broken by 1800
	wrong: 60 update dynamodb errors investigating next 10
	right: 60 update dynamodb errors investigating next 120
comms-only over-too-early by 7000
	wrong: 60 update many-services none investigating next 120
	right: 60 update dynamodb errors investigating next 120; 6500 update dynamodb none monitoring next 60
comms-only over-too-early by 7000
	wrong: 60 update dynamodb errors investigating next 120; 6500 update ec2-launches none monitoring next 60
	right: -
false-health-signal drained by 1200
	wrong: 60 drain zone use1-az2
	right: 60 show balancers
false-health-signal back-too-early by 8000
	wrong: 60 pause nlb-failover; 1300 resume nlb-failover
	right: 60 pause nlb-failover; 6000 resume nlb-failover
lambda-pollers crowded-out by 9000
	wrong: 1500 restore pollers sqs
	right: 1500 throttle pollers 20; 1800 restore pollers sqs
network-backlog flung-open by 4000
	wrong: 60 throttle launches 0 percent; 120 throttle terminations 0 percent; 1500 throttle launches off; 1510 throttle terminations off
	right: 60 throttle launches 5 percent; 70 throttle terminations 5 percent
network-backlog relaunched by 2400
	wrong: 1500 terminate unreachable
	right: 1500 show network
felt-elsewhere back-too-early by 3000
	wrong: 60 advise write-elsewhere on; 1500 advise write-elsewhere off
	right: 60 advise local-users on; 70 advise write-elsewhere on
other-names called-well by 1800
	wrong: 60 update dynamodb none monitoring next 60
	right: 60 update dynamodb errors investigating next 30
layer-zero kicked-away by 3000
	wrong: 60 override regional prod on; 1500 override regional prod off
	right: 60 override dual-stack prod on; 1500 override dual-stack prod off
layer-zero handful-of-addresses by 3600
	wrong: 60 override regional prod on; 900 pin regional 10
	right: 60 override regional prod on; 900 pin regional 300
a-short-memory too-soon by 5000
	wrong: 60 pause cleanup; 900 resume cleanup
	right: 60 pause cleanup; 4600 resume cleanup
back-at-once crowded-out by 3000
	wrong: 60 throttle pollers 50; 900 throttle pollers 100
	right: 60 throttle pollers 50
another-region sent-away by 1800
	wrong: 60 advise other-region on
	right: 60 update ec2-launches errors identified next 30
nobody-picks-up empty-promise by 2400
	wrong: 60 offer callbacks on
	right: 60 switch flows static; 300 offer callbacks on
nobody-picks-up back-too-early by 6000
	wrong: 60 switch flows static; 1500 switch flows lambda
	right: 60 switch flows static; 5800 switch flows lambda
warm-pool reserve-for-deployments by 2400
	wrong: 60 place tasks fargate
	right: 60 pause container-deployments; 200 place tasks fargate
warm-pool resumed-into-nothing by 4000
	wrong: 60 pause container-deployments; 1500 resume container-deployments
	right: 60 pause container-deployments; 200 place tasks fargate; 3000 resume container-deployments
one-empty-answer trees-deleted by 2000
	wrong: 1500 clean zone regional
	right: 1500 show zone regional
one-empty-answer handful-of-addresses by 3000
	wrong: 1210 pause dns-automation; 1500 pin regional 10
	right: 1210 pause dns-automation; 1500 repoint regional rollback
two-writers handful-of-addresses by 3000
	wrong: 1210 pause dns-automation; 1500 pin regional 10
	right: 1210 pause dns-automation; 1500 repoint regional rollback
red-herring handful-of-addresses by 3000
	wrong: 1210 pause dns-automation; 1500 pin regional 10
	right: 1210 pause dns-automation; 1500 repoint regional rollback
two-writers rollback-deleted by 3000
	wrong: 1500 delete rollback regional
	right: 1500 show zone regional
red-herring rollback-deleted by 3000
	wrong: 1500 delete rollback regional
	right: 1500 show zone regional
two-writers edited-under-automation by 2500
	wrong: 600 pause dns-automation; 900 resume dns-automation; 1200 repoint regional rollback
	right: 600 pause dns-automation; 900 repoint regional rollback
quiet-shift meddled by 2000
	wrong: 1500 restart enactors
	right: 1500 show border
read-a-panel guessed by 1400
	wrong: 60 restart enactors
	right: 60 reroute border use1-az1
red-herring changed-blindly by 2000
	wrong: 1500 restart enactors
	right: 60 show border; 1500 restart enactors
redshift-replacements nothing-to-give by 9600
	wrong: 60 pause redshift-replacement; 1500 resume redshift-replacement
	right: 60 pause redshift-replacement; 9000 resume redshift-replacement
sign-in-storm people-first by 2400
	wrong: 60 shed sign-in iam-users
	right: 60 shed sign-in scripts
sign-in-storm left-extended by 6000
	wrong: 60 extend sessions on
	right: 60 extend sessions on; 3000 extend sessions off
somebody-elses-outage all-away by 3000
	wrong: 60 fail over all
	right: 60 fail over new
somebody-elses-outage herd by 6000
	wrong: 60 hold replays; 4500 replay jobs 500
	right: 60 hold replays; 4500 replay jobs 20
the-other-side all-away by 3000
	wrong: 60 fail over all
	right: 60 fail over new
the-other-side all-home by 23000
	wrong: 10500 fail over new; 21600 come back 100
	right: 10500 fail over new; 21600 come back 25
the-second-collapse flung-open by 2700
	wrong: 330 shed most; 500 shed none
	right: 330 shed most; 1500 shed free
the-second-collapse all-away by 2700
	wrong: 330 fail over all
	right: 330 fail over new
support-third-state shut-again by 6000
	wrong: 60 bypass support on; 1500 bypass support off
	right: 60 bypass support on; 5000 bypass support off
support-third-state left-open by 7300
	wrong: 60 bypass support on
	right: 60 bypass support on; 5500 bypass support off
throttle-then-relax flung-open by 7200
	wrong: 60 throttle launches off
	right: 60 throttle launches 100 percent; 70 throttle terminations 100 percent; 1800 throttle launches 150 percent; 4800 throttle launches 200 percent; 6600 throttle launches off
`;

const ROW = /^(\S+) (\S+) by (\d+)\n\twrong: (.+)\n\tright: (.+)$/gm;

export const WRONG_ACTS: readonly WrongAct[] = [...TABLE.matchAll(ROW)].map(
	([, level = '', act = '', until, wrong = '', right = '']) => ({
		level,
		act,
		until: Number(until),
		wrong: deedsIn(wrong),
		right: right === '-' ? null : deedsIn(right),
	}),
);
