package studio.backprop.bench;

import org.openjdk.jmh.annotations.Benchmark;
import studio.backprop.kernel.GruNumbers;
import studio.backprop.kernel.LstmNumbers;
import studio.backprop.kernel.Numbers;
import studio.backprop.kernel.PackedMatrix;
import studio.backprop.kernel.Recurrence;

/** A time step of 32 sequences with 128 units: the product with the weights of the state, then the gates. */
public class RecurrentBench extends Bench {
  private static final int BATCH = 32;
  private static final int UNITS = 128;
  private static final int COUNT = BATCH * UNITS;

  private final float[] state = numbers(COUNT);
  private final Step lstm =
      new Step(4, kernels.lstm(new LstmNumbers(gate(), gate(), gate(), gate(), gate(), new float[2 * COUNT], gate())));
  private final Step gru = new Step(3, kernels.gru(new GruNumbers(gate(), gate(), gate(), gate(), gate())));

  /** One layer's weights and gates. */
  private final class Step {
    private final int gates;
    private final PackedMatrix weights;
    private final PackedMatrix back;
    private final float[] sums;
    private final Recurrence recurrence;

    Step(int gates, Recurrence recurrence) {
      this.gates = gates;
      this.weights = kernels.packed(UNITS, gates * UNITS);
      this.back = kernels.packed(gates * UNITS, UNITS);
      this.sums = numbers(gates * COUNT);
      this.recurrence = recurrence;
      float[] values = numbers(gates * UNITS * UNITS);
      weights.packTransposed(values, 0);
      back.pack(values, 0);
    }

    private float[] forward(Arithmetic done) {
      weights.addProduct(BATCH, state, 0, sums, 0);
      recurrence.forward(0, 0, COUNT, COUNT);
      done.multiplyAdds((double) gates * COUNT * UNITS);
      return sums;
    }

    private float[] backward(Arithmetic done) {
      recurrence.backward(0, 0, COUNT, COUNT);
      back.addProduct(BATCH, sums, 0, state, 0);
      done.multiplyAdds((double) gates * COUNT * UNITS);
      return state;
    }
  }

  private Numbers gate() {
    return new Numbers(numbers(2 * COUNT), numbers(2 * COUNT));
  }

  @Benchmark
  public float[] lstm(Arithmetic done) {
    return lstm.forward(done);
  }

  @Benchmark
  public float[] lstmGradient(Arithmetic done) {
    return lstm.backward(done);
  }

  @Benchmark
  public float[] gru(Arithmetic done) {
    return gru.forward(done);
  }

  @Benchmark
  public float[] gruGradient(Arithmetic done) {
    return gru.backward(done);
  }
}
