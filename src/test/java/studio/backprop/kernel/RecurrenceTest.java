package studio.backprop.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A time step of recurrent layers: both twins give the same, whatever number of examples and units there is. */
class RecurrenceTest {
  private static final int COUNT = 200;

  /** Makes the arrays of a layer and its step. */
  private record Kind(String name, BiFunction<Kernels, Arrays, Recurrence> step) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** Arrays full of random numbers, the same each time. */
  private static final class Arrays {
    private final Random random = new Random(3);
    private final List<float[]> all = new ArrayList<>();

    float[] array() {
      float[] array = KernelPair.random(random, COUNT);
      all.add(array);
      return array;
    }

    ValuesAndGrads numbers() {
      return new ValuesAndGrads(array(), array());
    }
  }

  static Stream<Kind> kinds() {
    return Stream.of(
        new Kind("simple RNN", (k, a) -> k.simpleRnn(a.numbers(), a.numbers())),
        new Kind("LSTM", (k, a) -> k.lstm(
            new LstmNumbers(a.numbers(), a.numbers(), a.numbers(), a.numbers(), a.numbers(), a.array(), a.numbers()))),
        new Kind("GRU", (k, a) -> k.gru(new GruNumbers(a.numbers(), a.numbers(), a.numbers(), a.numbers(), a.numbers()))));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theTwinsAgree(Kind kind) {
    for (int n = 1; n < 80; n++) {
      List<float[]> plain = pass(kind, new ScalarKernels(Workers.of(1)), n);
      List<float[]> vectors = pass(kind, new VectorKernels(Workers.of(1)), n);
      for (int i = 0; i < plain.size(); i++) {
        for (int j = 0; j < COUNT; j++) {
          assertThat(vectors.get(i)[j]).as("array %d, place %d of %d", i, j, n).isCloseTo(plain.get(i)[j], within(2e-6f));
        }
      }
    }
  }

  private static List<float[]> pass(Kind kind, Kernels kernels, int n) {
    Arrays arrays = new Arrays();
    Recurrence step = kind.step().apply(kernels, arrays);
    step.forward(5, 3, 100, n);
    step.backward(5, 3, 100, n);
    return arrays.all;
  }
}
