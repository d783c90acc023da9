package studio.backprop.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.Kernels;
import studio.backprop.kernel.ScalarKernels;
import studio.backprop.kernel.Workers;
import studio.backprop.project.Project;
import studio.backprop.train.Session;

/**
 * A step of a lane makes no garbage, with all that is noted of it. In plain Java, where that is true before anything is compiled. Only a
 * step whose position is kept takes the room of that position: here few are kept, so that soon most steps are not.
 */
class LaneAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final Project LONG = Variants.CIRCLES.withTraining(training -> training.withEpochs(10_000));
  private static final int POSITIONS = 4;
  private static final int BEFORE = 300;
  private static final int ROUNDS = 20;
  /** Fewer than an epoch has, which is written down at its end. */
  private static final int STEPS = 3;

  private static Session session(Kernels kernels) throws Exception {
    PreparedData data = PreparedData.load(LONG.data(), LONG.table(), Progress.NONE);
    return new Session(LONG, data, kernels, Session.initialParameters(LONG));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aStepOfALaneAllocatesNothing(int threads) throws Exception {
    try (Kernels kernels = new ScalarKernels(Workers.of(threads))) {
      Variant lane = new Variant(session(kernels), 100_000, POSITIONS);
      lane.take(BEFORE);
      assertThat(leastAllocation(() -> lane.take(STEPS))).as("bytes in %d steps of a lane, %d threads", STEPS, threads).isZero();
    }
  }

  @Test
  void aLookTakesEveryStepSinceTheOneBefore() throws Exception {
    try (Kernels kernels = new ScalarKernels(Workers.of(1))) {
      Variant lane = new Variant(session(kernels), 100_000, POSITIONS);
      lane.take(1500);
      assertThat(lane.look(false, false).rows()).hasSize(1500 * Variant.WIDTH);
      lane.take(2);
      assertThat(lane.look(false, false).rows()).hasSize(2 * Variant.WIDTH).startsWith(1501);
      assertThat(lane.look(true, false).rows()).isEmpty();
      assertThat(lane.measured()).hasSize(1502 * Variant.WIDTH);
    }
  }

  @Test
  void aLongRunKeepsEvenlySomeOfItsSteps() throws Exception {
    try (Kernels kernels = new ScalarKernels(Workers.of(1))) {
      Session session = session(kernels);
      MeasuredSteps measured = new MeasuredSteps(8);
      for (int step = 1; step <= 35; step++) {
        measured.expect(1);
        session.step();
        measured.add(session);
      }
      double[] rows = measured.all();
      double[] steps = new double[rows.length / Variant.WIDTH];
      for (int row = 0; row < steps.length; row++) {
        steps[row] = rows[row * Variant.WIDTH];
      }
      assertThat(steps).containsExactly(1, 9, 17, 25, 33);
    }
  }

  /** Bytes that this thread, which takes the steps, allocates in the thriftiest of some rounds. */
  private static long leastAllocation(Runnable steps) {
    long least = Long.MAX_VALUE;
    long thread = Thread.currentThread().getId();
    for (int i = 0; i < ROUNDS && least > 0; i++) {
      long before = THREADS.getThreadAllocatedBytes(thread);
      steps.run();
      least = Math.min(least, THREADS.getThreadAllocatedBytes(thread) - before);
    }
    return least;
  }
}
