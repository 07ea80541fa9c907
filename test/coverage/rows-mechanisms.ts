import {row, type Part} from './coverage.types.ts';

/** Mechanisms and states of failure. */
export const MECHANISM_ROWS: Part = {
	title: 'Mechanisms and states of failure',
	rows: [
		row('Check then use: staleness is tested once a plan', {
			caused: ['chart:dns/enactor', 'parameter:dns.noticeSeconds'],
			seen: ['metric:dns.regressions', 'metric:dns.planAge.enactor-1'],
			lever: ['switch:recheck-per-endpoint', 'order:pause-dns'],
			level: ['level:two-writers#stopped-first'],
			debrief: ['text:docs/lessons/coordination.md#Check-then-use', 'lesson:root-cause'],
			tested: [
				'test:test/properties/race-interleavings.test.ts#a second look before the write closes most of it, and not all',
			],
		}),
		row('Clean-up keeps the last N', {
			caused: ['parameter:dns.keepPlans'],
			seen: ['look:show-zone-plans'],
			lever: ['order:pause-dns'],
			level: ['level:a-short-memory#stopped-in-time', 'level:a-short-memory#too-soon'],
			debrief: ['text:docs/lessons/coordination.md#N kept plans only make it longer'],
			tested: [
				'test:test/properties/race-odds.test.ts#the fewer plans clean-up keeps, the more often',
			],
		}),
		row('Clean-up does not look whether a plan is live', {
			caused: ['chart:dns/zone', 'parameter:dns.deleteSeconds'],
			seen: ['metric:dns.answers.regional', 'look:show-zone'],
			lever: ['switch:cleanup-live-check', 'order:pause-dns'],
			level: ['level:two-writers#restored'],
			debrief: [
				'text:levels/two-writers/debrief.md#clean-up deletes what is old, even where it is live',
			],
			tested: [
				'test:test/properties/race-interleavings.test.ts#with a live check in clean-up none does',
			],
		}),
		row('An Enactor ten to a hundred times slower, for no known reason', {
			caused: ['fault:slow-enactor'],
			seen: ['metric:dns.planAge.enactor-1', 'metric:dns.lockLosses.enactor-1'],
			lever: ['order:restart-enactors', 'order:pause-dns', 'switch:max-plan-age'],
			level: ['level:october-20#stale-writer', 'level:two-writers#second-writer'],
			debrief: [
				'lesson:root-cause',
				'text:docs/lessons/root-cause.md#why it was slow has not been published',
			],
			tested: [
				'test:test/properties/race-odds.test.ts#never while its host is less than forty times slower',
			],
		}),
		row('An empty state that automation cannot repair', {
			caused: ['chart:dns/zone', 'milestone:record-empty'],
			seen: ['metric:dns.answers.regional', 'alert:dns-no-answers'],
			lever: ['order:repoint', 'switch:rollback-null-ok'],
			level: ['level:one-empty-answer#restored'],
			debrief: [
				'text:levels/one-empty-answer/debrief.md#it would not touch a name whose tree is missing',
			],
			tested: [
				'test:src/sim/dns/dns.test.ts#is stuck: no plan, forced plan, restart or broken lock brings it back',
			],
		}),
		row('Old connections live, new ones fail', {
			caused: ['parameter:dynamodb.customerPoolSeconds', 'parameter:dynamodb.recyclingSeconds'],
			seen: ['metric:dynamodb.connected', 'metric:dynamodb.reconnects', 'alert:dynamodb-pools'],
			lever: ['order:pause-recycling', 'order:evacuate-zone'],
			level: ['level:october-20#evacuated'],
			debrief: [
				'text:levels/one-empty-answer/debrief.md#Those who held a connection never noticed',
			],
			tested: [
				'test:src/sim/dynamodb/dynamodb.test.ts#keeps its connections for longer while recycling is paused',
			],
		}),
		row('Heartbeats fail, leases lapse', {
			caused: ['parameter:dwfm.missesMax', 'milestone:leases-lapsed'],
			seen: ['metric:dwfm.hostsCut', 'metric:dwfm.leasedShare', 'alert:dwfm-cut'],
			lever: ['order:extend-leases', 'switch:dwfm-no-dynamodb'],
			level: ['level:october-20#leases'],
			debrief: [
				'text:levels/october-20/debrief.md#had lost their leases on most hosts',
				'loop:managers',
			],
			tested: [
				'test:src/sim/dwfm/connections.test.ts#hosts lose the store as their last pooled connection dies',
			],
		}),
		row('Congestive collapse, two possible ends', {
			caused: ['chart:dwfm/fleet', 'parameter:dwfm.deadlineSeconds'],
			seen: ['panel:curve', 'metric:dwfm.hostsStuck', 'alert:dwfm-goodput'],
			lever: ['order:gate-dwfm', 'order:restart-dwfm-batch'],
			level: ['level:a-queue-that-will-not-drain#emptied'],
			debrief: [
				'lesson:metastability',
				'text:levels/a-queue-that-will-not-drain/debrief.md#goodput at zero',
			],
			tested: [
				'test:test/physics/droplets-edges.test.ts#the margin says which side of the tipping point a host is on',
			],
		}),
		row('Why it collapses: queue depth, or a herd?', {
			caused: ['parameter:dwfm.slowdownItems', 'parameter:dwfm.storeUnitsPerSecond'],
			seen: ['look:show-curve', 'metric:dwfm.storeLoad', 'metric:dwfm.pressure'],
			lever: ['order:gate-dwfm', 'switch:jittered-release'],
			level: ['level:a-queue-that-will-not-drain#more-work'],
			debrief: ['text:docs/lessons/metastability.md#a herd that asks at once nobody has published'],
			tested: [
				'test:test/physics/droplets-edges.test.ts#the collapsed state exists only above some two thousand droplets a host',
			],
		}),
		row('A restart drops queued work', {
			caused: ['parameter:dwfm.restartSeconds', 'chart:dwfm/host'],
			seen: ['metric:dwfm.hostsDown', 'metric:dwfm.queued', 'look:show-hosts'],
			lever: ['order:restart-dwfm-batch', 'order:drop-dwfm-expired'],
			level: ['level:staged-restarts#all-at-once'],
			debrief: ['text:levels/staged-restarts/debrief.md#Restarting a host drops its dead work'],
			tested: ['test:src/sim/dwfm/dwfm.orders.test.ts#a rolling restart reaches every host once'],
		}),
		row('Withheld network state, hours of backlog', {
			caused: ['chart:network/propagation', 'milestone:network-latency-elevated'],
			seen: ['metric:network.backlog', 'metric:network.inflowShare'],
			lever: ['order:throttle-launches', 'order:throttle-terminations'],
			level: ['level:network-backlog#both-doors'],
			debrief: ['text:levels/network-backlog/debrief.md#terminations too'],
			tested: [
				'test:src/sim/network/network.test.ts#falls behind when withheld terminations come at once',
			],
		}),
		row('Checks without network, flapping, load of checks, failover of the healthy', {
			caused: ['chart:nlb/checker', 'chart:nlb/zone', 'milestone:health-checks-degraded'],
			seen: ['metric:nlb.flaps', 'metric:nlb.checkLoad', 'metric:nlb.youngTargets'],
			lever: ['order:pause-nlb-failover', 'order:threshold-checks', 'order:interval-checks'],
			level: ['level:false-health-signal#believe-the-checks'],
			debrief: [
				'loop:failover',
				'text:levels/false-health-signal/debrief.md#until **every** check came late',
			],
			tested: [
				'test:src/sim/nlb/nlb.test.ts#overwhelm the health checker once the network takes an hour',
			],
		}),
		row('InsufficientInstanceCapacity first, RequestLimitExceeded later', {
			caused: ['chart:launches/placement', 'chart:launches/throttle'],
			seen: [
				'metric:ec2.insufficient',
				'metric:ec2.limited',
				'alert:ec2-insufficient',
				'alert:ec2-limited',
			],
			lever: ['order:throttle-launches', 'order:throttle-launches-off'],
			level: ['level:throttle-then-relax#take-it-off'],
			debrief: ['text:levels/throttle-then-relax/debrief.md#Customers read two errors in turn'],
			tested: [
				'test:test/physics/recovery.test.ts#turns away many more requests than it lets in until the throttles are relaxed',
			],
		}),
		row('A launch succeeds and has no network', {
			caused: ['parameter:network.uselessSeconds', 'harm:ec2'],
			seen: ['metric:network.unreachable', 'alert:network-cut'],
			lever: ['order:terminate-unreachable', 'order:prioritise-network'],
			level: ['level:october-20#unreachable', 'level:network-backlog#relaunched'],
			debrief: [
				'text:levels/throttle-then-relax/debrief.md#new instances then wait hours for their network',
			],
			tested: [
				'test:test/physics/recovery.test.ts#takes longer when unreachable instances are terminated and launched again',
			],
		}),
		row('Running instances unaffected; no start, stop or termination', {
			caused: ['parameter:launches.terminationReleaseSeconds'],
			seen: ['look:show-launches', 'panel:launches'],
			lever: ['order:throttle-terminations', 'order:throttle-terminations-off'],
			level: ['level:october-20#give-back'],
			debrief: ['text:levels/october-20/debrief.md#Instances that ran went on running all day'],
			tested: ['test:src/sim/launches/launches.test.ts#holds terminations without leases'],
		}),
		row('Two waves of STS, Connect, Lambda', {
			caused: [
				'parameter:identity.shortageErrors',
				'parameter:connect.balancerWeight',
				'chart:lambda/scale-in',
			],
			seen: ['metric:sts.errors', 'metric:connect.callErrors', 'metric:lambda.errors'],
			lever: ['order:pause-nlb-failover', 'order:hold-registration'],
			level: ['level:october-20#take-out-the-net'],
			debrief: ['hit:sts', 'hit:connect', 'hit:lambda'],
			tested: ["test:test/physics/later-waves.test.ts#['connect', 'begins again', 2, '07:04', 25]"],
		}),
		row('Circular dependency, “layer zero”', {
			caused: ['chart:identity/operator', 'parameter:dns.handEditBlindSeconds'],
			seen: ['metric:signIn.errors', 'panel:overview'],
			lever: ['order:break-glass-access', 'order:override', 'switch:dwfm-no-dynamodb'],
			level: ['level:layer-zero#stand-first', 'level:layer-zero#restored'],
			debrief: ['lesson:layer-zero'],
			tested: [
				'test:test/physics/zone-tool.test.ts#the zone is edited twice as fast once the zone tool sees its state again',
			],
		}),
	],
};
