package studio.backprop.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Before it is compiled, vector code puts every vector on the heap; afterwards nothing may be left of that. */
class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int CALLS = 40;

  /** A kernel is given this long to be compiled; it is done as soon as it allocates nothing. */
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private final Random random = new Random(1);
  private final float[] a = KernelPair.random(random, 60_000);
  private final float[] b = KernelPair.random(random, 60_000);
  private final float[] c = new float[60_000];

  @ParameterizedTest
  @MethodSource("studio.backprop.kernel.KernelPair#all")
  void nothingAllocatesOnceItIsWarm(Kernels kernels) {
    works(kernels).forEach((name, work) -> assertThat(leastAllocation(work)).as(name).isZero());
  }

  private Map<String, Runnable> works(Kernels kernels) {
    Map<String, Runnable> works = new LinkedHashMap<>();
    works.put("exp", () -> kernels.exp(a, c, 4000));
    works.put("log", () -> kernels.log(a, c, 4000));
    works.put("sigmoid", () -> kernels.sigmoid(a, c, 4000));
    works.put("tanh", () -> kernels.tanh(a, c, 4000));
    works.put("erf", () -> kernels.erf(a, c, 4000));
    works.put("softmax", () -> kernels.softmaxRows(a, c, 64, 10));
    works.put("sum of squares", () -> kernels.sumOfSquares(a, 4000));
    works.put("add rows", () -> kernels.addRows(64, 100, a, 0, c, 0));
    works.put("tiny product", () -> kernels.multiply(true, 10, 8, 8, a, 0, b, 0, c, 0));
    works.put("product", () -> kernels.multiply(false, 64, 100, 120, a, 0, b, 0, c, 0));
    works.put("left transposed", () -> kernels.multiplyLeftTransposed(true, 100, 74, 64, a, 0, b, 0, c, 0));
    works.put("right transposed", () -> kernels.multiplyRightTransposed(true, 64, 100, 74, a, 0, b, 0, c, 0));
    works.put("affine", () -> kernels.affine(64, 10, 84, a, 0, b, 0, b, 0, c, 0));
    RowNormalization rows = kernels.rowNormalization(35, 1e-5);
    float[] inverses = new float[20];
    works.put("rows normalized", () -> rows.forward(0, 20, a, b, b, c, inverses, c));
    works.put("rows normalized backward", () -> rows.backward(true, 0, 20, a, b, b, inverses, c));
    works.put("sums of normalized rows", () -> rows.sums(0, 20, a, b, c, 0));
    BlockProduct block = kernels.blockProduct(new BlockSize(BlockSize.Transposed.RIGHT, 20, 33, 9, 50, 60, 33));
    works.put("block product", () -> block.multiply(a, 0, b, 0, c, 0));
    works.put("softmax of columns", () -> kernels.softmaxColumns(0.5f, a, c, 0, 20, 33));
    works.put("its gradient", () -> kernels.softmaxColumnsGradient(0.5f, a, b, c, 0, 20, 33));
    works.put("affine transposed", () -> kernels.affineTransposed(64, 32, 84, a, 0, b, 0, b, 0, c, 0));
    works.put("transposed times a column", () -> kernels.multiplyLeftTransposed(true, 100, 1, 64, a, 0, b, 0, c, 0));
    AdamStep adam = new AdamStep(0.9, 0.999, 1e-8);
    float[] parameters = new float[4000];
    works.put("Adam", () -> kernels.adam(adam, parameters, parameters, parameters, parameters, 0, 4000));
    addRecurrent(works, kernels);
    ConvSize size = new ConvSize(32, 6, 10, 10, 16, 3, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    Convolution convolution = kernels.convolution(size, 1, false);
    float[] dx = new float[32 * 6 * 100];
    works.put("convolution", () -> convolution.forward(a, b, b, c));
    works.put("convolution backward", () -> convolution.backward(a, b, a, a, dx, true, c, c));
    if (kernels.lanes() > 1) {
      addLanes(works, kernels, size);
    }
    return works;
  }

  private void addRecurrent(Map<String, Runnable> works, Kernels kernels) {
    PackedMatrix packed = kernels.packed(100, 74);
    works.put("packing", () -> packed.pack(a, 0));
    works.put("packing transposed", () -> packed.packTransposed(a, 0));
    works.put("packed product", () -> packed.addProduct(16, a, 0, c, 0));
    ValuesAndGrads all = new ValuesAndGrads(c, c);
    addStep(works, "simple rnn", kernels.simpleRnn(all, all));
    addStep(works, "lstm", kernels.lstm(new LstmNumbers(all, all, all, all, all, c, all)));
    addStep(works, "gru", kernels.gru(new GruNumbers(all, all, all, all, all)));
  }

  private static void addStep(Map<String, Runnable> works, String name, Recurrence step) {
    works.put(name, () -> step.forward(0, 0, 2000, 1000));
    works.put(name + " backward", () -> step.backward(0, 0, 2000, 1000));
  }

  private void addLanes(Map<String, Runnable> works, Kernels kernels, ConvSize size) {
    Convolution convolution = kernels.convolution(size, kernels.lanes(), true);
    float[] dx = new float[32 * 6 * 100];
    works.put("convolution in lanes", () -> convolution.forward(a, b, b, c));
    works.put("convolution in lanes backward", () -> convolution.backward(a, b, a, a, dx, true, c, c));
    Pooling pooling = kernels.maxPooling(kernels.lanes(), 16, new int[][] {{0, 1, 4, 5}, {2, 3, 6, 7}, {8, 9, 12, 13}});
    works.put("max pooling", () -> pooling.forward(0, 12, a, c));
    works.put("max pooling backward", () -> pooling.backward(0, 12, a, b, b, dx, true));
    Pooling average = kernels.averagePooling(kernels.lanes(), 16, new int[][] {{0, 1, 4, 5}, {2, 3, 6, 7}, {8, 9, 12, 13}});
    works.put("average pooling", () -> average.forward(0, 12, a, c));
    works.put("average pooling backward", () -> average.backward(0, 12, a, b, b, dx, true));
    LaneOrder arrangement = kernels.arrangement(64, 100);
    works.put("to lanes", () -> arrangement.toLanes(a, c));
    works.put("to rows", () -> arrangement.toRows(a, c));
  }

  /** Bytes allocated by some calls, once the compiler has done its best. */
  private static long leastAllocation(Runnable work) {
    long thread = Thread.currentThread().getId();
    long start = System.nanoTime();
    long least = Long.MAX_VALUE;
    while (least > 0 && System.nanoTime() - start < PATIENCE_NANOS) {
      long before = THREADS.getThreadAllocatedBytes(thread);
      for (int i = 0; i < CALLS; i++) {
        work.run();
      }
      least = Math.min(least, THREADS.getThreadAllocatedBytes(thread) - before);
    }
    return least;
  }
}
