package studio.backprop.op;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.kernel.ScalarKernels;
import studio.backprop.kernel.Workers;
import studio.backprop.op.OpRows.Row;

/** Training makes no garbage, or the collector would stop the picture now and then. */
class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int PASSES = 200;

  static Stream<Row> rows() {
    return OpRows.all();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void passesAllocateNothing(Row row) {
    Op op = row.place(new ScalarKernels(Workers.of(1)), new SplittableRandom(7)).op();
    train(op);
    long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    train(op);
    long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    assertThat(allocated).as("bytes in %d passes", PASSES).isLessThan(PASSES);
  }

  private static void train(Op op) {
    for (int pass = 0; pass < PASSES; pass++) {
      op.forward(Mode.TRAIN);
      op.backward();
    }
  }
}
