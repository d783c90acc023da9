package studio.backprop.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.backprop.cluster.ClusterSettings;
import studio.backprop.cluster.TaskRunner;
import studio.backprop.cluster.Worker;
import studio.backprop.data.DataProblem;
import studio.backprop.distributed.RemoteTrials;
import studio.backprop.store.StoreProblem;

/** Command {@code worker}: trains trials of searches on other machines until it is interrupted. */
@Command(name = "worker", sortOptions = false)
final class WorkerCommand implements Callable<Integer> {
  private static final int LOOK_MILLIS = 200;

  private final Terminal terminal;

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(names = "--workers", paramLabel = "N", descriptionKey = "backprop.worker.workers")
  private int workers = 1;

  WorkerCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (workers < 1 || workers > Search.MOST_WORKERS) {
      throw Failure.option("trials.problem.workers", workers, Search.MOST_WORKERS, 1);
    }
    ClusterSettings settings = cluster.ofWorker();
    try (Interrupt interrupt = Interrupt.watched(); Worker worker = join(settings)) {
      int size = 0;
      while (!interrupt.requested()) {
        if (worker.size() != size) {
          size = worker.size();
          terminal.note(size > 1 ? "cluster.members" : "cluster.alone", size);
        }
        Thread.sleep(LOOK_MILLIS);
      }
      return interrupt.exitCode();
    }
  }

  private Worker join(ClusterSettings settings) throws Failure {
    try {
      return new Worker(settings, workers, new Worker.Jobs() {
        private final AtomicLong done = new AtomicLong();

        @Override
        public TaskRunner begin(byte[] description) throws Exception {
          try {
            done.set(0);
            terminal.note("cluster.search_begins");
            return RemoteTrials.of(description);
          } catch (DataProblem problem) {
            terminal.note(problem.sentence());
            throw problem;
          } catch (StoreProblem problem) {
            terminal.note(problem.sentence());
            throw problem;
          }
        }

        @Override
        public void did() {
          done.incrementAndGet();
        }

        @Override
        public void ended() {
          terminal.note("cluster.search_ended", done.get());
        }
      });
    } catch (IOException e) {
      throw cannotListen(settings);
    }
  }

  static Failure cannotListen(ClusterSettings settings) {
    InetSocketAddress own = settings.own();
    return Failure.of("cluster.problem.listen", own.getAddress().getHostAddress() + ":" + own.getPort());
  }
}
