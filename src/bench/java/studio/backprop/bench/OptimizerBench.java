package studio.backprop.bench;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import studio.backprop.optim.Adam;
import studio.backprop.optim.Momentum;
import studio.backprop.optim.Optimizer;
import studio.backprop.optim.OptimizerState;
import studio.backprop.optim.Sgd;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/** The update of 100,000 weights. */
public class OptimizerBench extends Bench {
  private static final int COUNT = 100_000;
  private static final double RATE = 1e-3;

  /** An optimizer, and the numbers that it reads or writes for each weight. */
  public enum Kind {
    SGD(Sgd.STANDARD, 3),
    MOMENTUM(Momentum.STANDARD, 5),
    ADAM(Adam.STANDARD, 7);

    private final Optimizer optimizer;
    private final int touched;

    Kind(Optimizer optimizer, int touched) {
      this.optimizer = optimizer;
      this.touched = touched;
    }
  }

  @Param
  public Kind kind;

  private final Tensor weights = new Tensor("weights", 1, Shape.of(COUNT), true);
  private OptimizerState updates;

  @Setup
  public void prepare() {
    weights.set(numbers(COUNT));
    System.arraycopy(numbers(COUNT), 0, weights.grads(), 0, COUNT);
    updates = kind.optimizer.start(List.of(weights));
  }

  @Benchmark
  public Tensor step(Traffic done) {
    updates.step(RATE, kernels);
    done.floats((double) kind.touched * COUNT);
    return weights;
  }
}
