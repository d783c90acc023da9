package studio.backprop.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.kernel.ScalarKernels;
import studio.backprop.kernel.Workers;
import studio.backprop.tensor.Tensor;

/** Ops at random sizes, row by row and in lanes, against what they are defined to be, summed in double. */
class DefinitionTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void valuesAndGradientsAreThoseOfTheDefinition(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Kernels vector = KernelChoice.create(1);
    for (Definition definition : Definition.draw(random)) {
      check(definition, new ScalarKernels(Workers.of(1)), 1, random.nextInt(1, 4), random);
      check(definition, vector, 1, random.nextInt(1, 20), random);
      if (definition.in().rank() == 3) {
        check(definition, vector, vector.lanes(), 2 * vector.lanes(), random);
      }
    }
  }

  private static void check(Definition definition, Kernels kernels, int lanes, int batch, SplittableRandom random) {
    TestBuilder builder = new TestBuilder(kernels, batch, 1);
    Tensor x = builder.input(definition.in(), lanes);
    Op op = definition.over(builder, x, random);
    Tensor y = op.output();
    Tensor upstream = new Tensor("upstream", batch, y.shape(), lanes, false);
    Definition.fill(upstream, random);

    builder.forward(Mode.TRAIN);
    builder.backward(y, upstream.values());
    Tensor w = builder.parameter("w");
    Tensor b = builder.parameter("b");
    double[] dw = new double[w == null ? 0 : w.count()];
    double[] db = new double[b == null ? 0 : b.count()];
    for (int row = 0; row < batch; row++) {
      checkRow(definition, row, x, w, b, y, upstream, dw, db);
    }
    for (int i = 0; i < dw.length; i++) {
      assertThat((double) w.grads()[i]).as("dw %d of %s", i, definition).isCloseTo(dw[i], within(1e-4));
    }
    for (int i = 0; i < db.length; i++) {
      assertThat((double) b.grads()[i]).as("db %d of %s", i, definition).isCloseTo(db[i], within(1e-4));
    }
  }

  private static void checkRow(
      Definition definition, int row, Tensor x, Tensor w, Tensor b, Tensor y, Tensor upstream, double[] dw, double[] db) {
    int count = y.rowCount();
    double[] sums = new double[count];
    double[] dx = new double[x.rowCount()];
    int[] winners = new int[count];
    Arrays.fill(winners, -1);
    for (int i = 0; i < count && b != null; i++) {
      int filter = y.shape().rank() == 3 ? i / (count / db.length) : i % db.length;
      sums[i] = b.values()[filter];
      db[filter] += upstream.get(row, i);
    }
    definition.terms().visit((xAt, wAt, yAt, share) -> {
      if (definition.largest()) {
        winners[yAt] = winners[yAt] < 0 || x.get(row, xAt) > x.get(row, winners[yAt]) ? xAt : winners[yAt];
        return;
      }
      double weight = w == null ? share : w.values()[wAt];
      sums[yAt] += weight * x.get(row, xAt);
      dx[xAt] += weight * upstream.get(row, yAt);
      if (w != null) {
        dw[wAt] += (double) x.get(row, xAt) * upstream.get(row, yAt);
      }
    });
    for (int i = 0; i < count && definition.largest(); i++) {
      sums[i] = x.get(row, winners[i]);
      dx[winners[i]] += upstream.get(row, i);
    }
    for (int i = 0; i < count; i++) {
      assertThat((double) y.get(row, i)).as("y %d of %s", i, definition).isCloseTo(sums[i], within(2e-5));
    }
    for (int i = 0; i < dx.length; i++) {
      assertThat((double) x.gradAt(row, i)).as("dx %d of %s", i, definition).isCloseTo(dx[i], within(2e-5));
    }
  }
}
