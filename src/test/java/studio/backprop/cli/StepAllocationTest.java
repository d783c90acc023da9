package studio.backprop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backprop.kernel.Kernels;
import studio.backprop.kernel.ScalarKernels;
import studio.backprop.kernel.Workers;
import studio.backprop.project.Project;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.Sample;
import studio.backprop.store.Saved;
import studio.backprop.store.StoreProblem;
import studio.backprop.train.Session;

/**
 * Whole training steps make no garbage, whatever the network and on every thread that takes part. In plain Java, where that is true even
 * before anything is compiled; that vector code leaves nothing behind once it is compiled, the kernels' own test says.
 */
class StepAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Enough for every chunk to have two examples with two threads. */
  private static final int BATCH = 4;

  /** The first steps load classes and link calls, and so may a later one that takes a way of its own. */
  private static final int STEPS = 8;

  static Stream<Workload> networks() {
    return Stream.concat(Workloads.all().stream().map(StepAllocationTest::small), Sample.all().stream().map(StepAllocationTest::of));
  }

  private static Workload small(Workload workload) {
    return new Workload(
        workload.name(), workload.network(), Math.min(BATCH, workload.batch()), workload.optimizer(), workload.rate(), workload.inputs());
  }

  /** With ones for every input: tokens that exist, edges that connect, masks that let everything count. */
  private static Workload of(Sample sample) {
    Project project = project(sample);
    return new Workload(
        "sample " + sample.name(), project::network, BATCH, project.training().optimizer(), project.training().rate(),
        (inputs, random) -> inputs.forEach(input -> {
          float[] ones = new float[input.count()];
          Arrays.fill(ones, 1);
          input.set(ones);
        }));
  }

  private static Project project(Sample sample) {
    try (InputStream in = sample.open()) {
      return ProjectFile.read(sample.name(), in).saved().project();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (StoreProblem e) {
      throw new AssertionError(sample.name(), e);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void aStepAllocatesNothingWithOneThreadAndWithTwo(Workload workload) {
    for (int threads = 1; threads <= 2; threads++) {
      try (Kernels kernels = new ScalarKernels(Workers.of(threads))) {
        assertThat(leastAllocation(workload.step(kernels))).as("bytes in a step of %s with %d threads", workload.name(), threads).isZero();
      }
    }
  }

  /** With what a session does around it: fill the batch, watch the norms, keep the last good step, count the score. */
  @ParameterizedTest
  @ValueSource(strings = {"iris", "auto-mpg", "sine-rnn", "names-lstm", "digits-cnn"})
  void aStepOfASessionAllocatesNothing(String name) throws Exception {
    try (Kernels kernels = new ScalarKernels(Workers.of(2))) {
      Session session = Training.fresh(new Loaded(name, name, Saved.of(project(Sample.find(name).orElseThrow()))), kernels).session();
      assertThat(leastAllocation(session::step)).as("bytes in a step of %s", name).isZero();
    }
  }

  /** Bytes that all threads together allocate in the thriftiest of some steps. */
  private static long leastAllocation(Runnable step) {
    long least = Long.MAX_VALUE;
    long[] threads = THREADS.getAllThreadIds();
    long[] before = new long[threads.length];
    for (int i = 0; i < STEPS && least > 0; i++) {
      for (int t = 0; t < threads.length; t++) {
        before[t] = THREADS.getThreadAllocatedBytes(threads[t]);
      }
      step.run();
      least = Math.min(least, allocated(threads, before));
    }
    return least;
  }

  /** A thread that has ended counts no more. */
  private static long allocated(long[] threads, long[] before) {
    long bytes = 0;
    for (int t = 0; t < threads.length; t++) {
      bytes += Math.max(0, THREADS.getThreadAllocatedBytes(threads[t]) - before[t]);
    }
    return bytes;
  }
}
