"""The workload of request-queue.ts in SimPy: version 3 (python3-simpy3) or version 2 (python3-simpy).

Takes arrival rates, prints one JSON list.
"""

import json
import random
import sys
import time

WORKERS = 10
MEAN_SERVICE = 50
TIMEOUT = 1_000
WAITING_MAX = 1_000
TICKS = 1_000_000


class Count:
    requests = 0
    failed = 0


def with_simpy_3(simpy, rate):
    env = simpy.Environment()
    workers = simpy.Resource(env, WORKERS)
    count = Count()

    def serve(done):
        with workers.request() as turn:
            yield turn
            yield env.timeout(random.expovariate(1 / MEAN_SERVICE))
            done.append(True)

    def send():
        while True:
            count.requests += 1
            if len(workers.queue) < WAITING_MAX:
                done = []
                env.process(serve(done))
                yield env.timeout(TIMEOUT)
                if done:
                    return
            count.failed += 1
            if random.random() >= 0.5:
                return

    def arrive():
        while True:
            yield env.timeout(random.expovariate(rate))
            env.process(send())

    env.process(arrive())
    env.run(until=TICKS)
    return count


def with_simpy_2(simpy, rate):
    simulation = simpy.Simulation()
    workers = simpy.Resource(WORKERS, sim=simulation)
    count = Count()

    class Serve(simpy.Process):
        def go(self, done):
            yield simpy.request, self, workers
            yield simpy.hold, self, random.expovariate(1 / MEAN_SERVICE)
            yield simpy.release, self, workers
            done.append(True)

    class Send(simpy.Process):
        def go(self):
            while True:
                count.requests += 1
                if len(workers.waitQ) < WAITING_MAX:
                    done = []
                    served = Serve(sim=simulation)
                    simulation.activate(served, served.go(done))
                    yield simpy.hold, self, TIMEOUT
                    if done:
                        return
                count.failed += 1
                if random.random() >= 0.5:
                    return

    class Arrive(simpy.Process):
        def go(self):
            while True:
                yield simpy.hold, self, random.expovariate(rate)
                sender = Send(sim=simulation)
                simulation.activate(sender, sender.go())

    simulation.initialize()
    arrivals = Arrive(sim=simulation)
    simulation.activate(arrivals, arrivals.go())
    simulation.simulate(until=TICKS)
    return count


def main():
    try:
        import simpy

        version, run = simpy.__version__, with_simpy_3
    except ImportError:
        import SimPy
        import SimPy.Simulation as simpy

        version, run = SimPy.__version__, with_simpy_2
    random.seed(20)
    rows = []
    for rate in map(float, sys.argv[1:]):
        began = time.perf_counter()
        count = run(simpy, rate)
        seconds = time.perf_counter() - began
        failed_share = count.failed / count.requests
        rows.append({"requests": count.requests, "failedShare": failed_share, "seconds": seconds})
    print(json.dumps({"version": version, "rows": rows}))


main()
