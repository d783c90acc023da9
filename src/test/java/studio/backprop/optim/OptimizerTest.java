package studio.backprop.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.setting.Setting;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Texts;

class OptimizerTest {
  static Stream<OptimizerType> types() {
    return OptimizerCatalog.types().stream();
  }

  @ParameterizedTest
  @MethodSource("types")
  void theStartingRateFindsTheBottomOfABowl(OptimizerType type) {
    Tensor w = parameter(1.5f, -1);
    OptimizerState state = type.fresh().start(List.of(w));
    float before = bowl(w);
    for (int step = 0; step < 1000; step++) {
      w.grads()[0] = w.values()[0];
      w.grads()[1] = 2 * w.values()[1];
      state.step(type.rate());
    }
    assertThat(bowl(w)).isLessThan(before / 2);
  }

  @ParameterizedTest
  @MethodSource("types")
  void aRestoredMemoryGoesOnAsIfItHadNeverStopped(OptimizerType type) {
    Tensor first = parameter(1, 2);
    OptimizerState whole = type.fresh().start(List.of(first));
    SplittableRandom random = new SplittableRandom(1);
    steps(whole, first, 20, random);
    Tensor second = parameter(first.values());
    OptimizerState resumed = type.fresh().start(List.of(second));
    resumed.restore(whole.slots(), whole.steps());
    steps(whole, first, 20, new SplittableRandom(2));
    steps(resumed, second, 20, new SplittableRandom(2));
    assertThat(second.values()).isEqualTo(first.values());
    assertThat(resumed.steps()).isEqualTo(40);
  }

  @ParameterizedTest
  @MethodSource("types")
  void itsAccountEndsWithTheWeightThatAStepGives(OptimizerType type) {
    Tensor w = parameter(1, 2);
    OptimizerState state = type.fresh().start(List.of(w));
    SplittableRandom random = new SplittableRandom(4);
    for (int step = 1; step <= 20; step++) {
      float before = w.values()[1];
      double[] memory = Stream.of(state.slots()).mapToDouble(array -> array[1]).toArray();
      steps(state, w, 1, random);
      List<FormulaLine> account = type.fresh().account(before, w.grads()[1], memory, step, 0.01);
      assertThat(account.get(account.size() - 1).value()).isCloseTo(w.values()[1], Offset.offset(1e-5));
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void goingBackToTheStartRepeatsTheSameSteps(OptimizerType type) {
    Tensor w = parameter(1, 2);
    OptimizerState state = type.fresh().start(List.of(w));
    steps(state, w, 10, new SplittableRandom(3));
    float[] reached = w.values().clone();
    float[][] zeros = Stream.of(state.slots()).map(array -> new float[array.length]).toArray(float[][]::new);
    state.restore(zeros, 0);
    w.set(1, 2);
    steps(state, w, 10, new SplittableRandom(3));
    assertThat(w.values()).isEqualTo(reached);
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyOptimizerAndCoefficientHasItsTextsAndAllowsItsUsualValues(OptimizerType type) {
    for (Texts texts : Texts.all()) {
      assertThat(texts.say(type.title())).isNotBlank();
      assertThat(texts.say(type.help())).isNotBlank();
      for (Setting setting : type.form().settings()) {
        assertThat(texts.say(setting.title())).isNotBlank();
        assertThat(texts.say(setting.help())).isNotBlank();
      }
    }
    assertThat(type.form().problem(type.fresh())).isEmpty();
    assertThat(OptimizerCatalog.typeOf(type.fresh())).isSameAs(type);
  }

  @Test
  void aMemoryOfOtherSizesIsRefused() {
    OptimizerState state = Adam.STANDARD.start(List.of(parameter(1, 2)));
    assertThatThrownBy(() -> state.restore(new float[][] {{1}, {2}}, 3)).hasMessageContaining("[2, 2]").hasMessageContaining("[1, 1]");
  }

  private static void steps(OptimizerState state, Tensor w, int count, SplittableRandom random) {
    for (int step = 0; step < count; step++) {
      for (int i = 0; i < w.count(); i++) {
        w.grads()[i] = (float) random.nextDouble(-1, 1);
      }
      state.step(0.01);
    }
  }

  private static float bowl(Tensor w) {
    return w.values()[0] * w.values()[0] / 2 + w.values()[1] * w.values()[1];
  }

  private static Tensor parameter(float... values) {
    Tensor tensor = new Tensor("weight", 1, Shape.of(values.length), true);
    tensor.set(values);
    return tensor;
  }

  /** Chen et al. 2023, algorithm 2, worked out in double precision. */
  @Test
  void lionMovesByTheSignOfMomentumAndGradient() {
    Lion lion = new Lion(0.9, 0.99, 0.1);
    Tensor w = parameter(0.5f, -2, 1);
    OptimizerState state = lion.start(List.of(w));
    double[] expected = {0.5, -2, 1};
    double[] momentum = new double[3];
    float[][] gradients = {{0.2f, -3, 0}, {-0.01f, 5, 0.5f}, {-0.4f, 0.1f, -7}, {1, -1, 1e-6f}};
    for (float[] gradient : gradients) {
      System.arraycopy(gradient, 0, w.grads(), 0, 3);
      state.step(0.05);
      for (int i = 0; i < 3; i++) {
        double mix = 0.9 * momentum[i] + 0.1 * gradient[i];
        expected[i] -= 0.05 * (Math.signum(mix) + 0.1 * expected[i]);
        momentum[i] = 0.99 * momentum[i] + 0.01 * gradient[i];
        assertThat((double) w.values()[i]).isCloseTo(expected[i], within(1e-6));
      }
    }
    assertThat(lion.formula()).isEqualTo(
        "c = \\beta_1 m + (1 - \\beta_1)\\, g\nm \\leftarrow \\beta_2 m + (1 - \\beta_2)\\, g\nw \\leftarrow (1 - \\eta\\lambda)\\, w"
            + " - \\eta\\, \\mathrm{sign}(c)");
  }
}
