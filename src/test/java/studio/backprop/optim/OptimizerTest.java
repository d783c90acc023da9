package studio.backprop.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    OptimizerState updates = type.fresh().start(List.of(w));
    float before = bowl(w);
    for (int step = 0; step < 1000; step++) {
      w.grads()[0] = w.values()[0];
      w.grads()[1] = 2 * w.values()[1];
      updates.step(type.rate());
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
    OptimizerState updates = type.fresh().start(List.of(w));
    SplittableRandom random = new SplittableRandom(4);
    for (int step = 1; step <= 20; step++) {
      float before = w.values()[1];
      double[] memory = Stream.of(updates.slots()).mapToDouble(array -> array[1]).toArray();
      steps(updates, w, 1, random);
      List<FormulaLine> account = type.fresh().account(before, w.grads()[1], memory, step, 0.01);
      assertThat(account.get(account.size() - 1).value()).isCloseTo(w.values()[1], Offset.offset(1e-5));
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void goingBackToTheStartRepeatsTheSameSteps(OptimizerType type) {
    Tensor w = parameter(1, 2);
    OptimizerState updates = type.fresh().start(List.of(w));
    steps(updates, w, 10, new SplittableRandom(3));
    float[] reached = w.values().clone();
    float[][] zeros = Stream.of(updates.slots()).map(array -> new float[array.length]).toArray(float[][]::new);
    updates.restore(zeros, 0);
    w.set(1, 2);
    steps(updates, w, 10, new SplittableRandom(3));
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
    OptimizerState updates = Adam.STANDARD.start(List.of(parameter(1, 2)));
    assertThatThrownBy(() -> updates.restore(new float[][] {{1}, {2}}, 3)).hasMessageContaining("[2, 2]").hasMessageContaining("[1, 1]");
  }

  private static void steps(OptimizerState updates, Tensor w, int count, SplittableRandom random) {
    for (int step = 0; step < count; step++) {
      for (int i = 0; i < w.count(); i++) {
        w.grads()[i] = (float) random.nextDouble(-1, 1);
      }
      updates.step(0.01);
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
}
