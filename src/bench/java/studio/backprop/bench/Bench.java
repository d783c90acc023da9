package studio.backprop.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.kernel.RandomNumbers;

/** How all kernels are timed: on one thread, in a Java of their own each, as calls a second, and what they did in it. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
@State(Scope.Thread)
public abstract class Bench {
  /** Arithmetic that a kernel has done. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Arithmetic {
    /** Thousand millions of multiplications and additions. */
    public double gflop;

    @Setup(Level.Iteration)
    public void clear() {
      gflop = 0;
    }

    void multiplyAdds(double count) {
      gflop += 2e-9 * count;
    }
  }

  /** Memory that a kernel has read or written. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Traffic {
    /** Thousand millions of bytes. */
    public double gb;

    @Setup(Level.Iteration)
    public void clear() {
      gb = 0;
    }

    void floats(double count) {
      gb += 1e-9 * Float.BYTES * count;
    }
  }

  final Kernels kernels = KernelChoice.create(1);
  private final RandomNumbers random = new RandomNumbers();

  /** So many normal numbers. */
  float[] numbers(int count) {
    return random.normal(count);
  }
}
