package studio.backprop.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.project.Agent;
import studio.backprop.project.agent.Dqn;
import studio.backprop.project.agent.PolicyMethod;
import studio.backprop.train.RegimeBatteryTest.Kind;
import studio.backprop.train.record.DamagedState;
import studio.backprop.train.record.KeptState;

/** A file with one wrong number among those that an agent keeps is refused, or read: nothing else comes of it. */
class DamagedStateTest {
  private static final Kernels KERNELS = KernelChoice.create(1);

  @AfterAll
  static void close() {
    KERNELS.close();
  }

  static Stream<Kind> agents() {
    return RegimeBatteryTest.kinds().filter(kind -> kind.project().assignment() instanceof Agent);
  }

  @ParameterizedTest
  @MethodSource("agents")
  void aWrongNumberIsRefusedByASentence(Kind kind) {
    Session session = kind.session(KERNELS, false);
    while (session.steps() < 13) {
      session.step();
    }
    TrainingProgress good = session.progressed();
    KeptState kept = good.kept().orElseThrow();
    int refused = 0;
    for (int place = 0; place < kept.numbers().length; place++) {
      for (double wrong : new double[] {-7, 1e9, 0.5, Double.NaN}) {
        double[] numbers = kept.numbers().clone();
        numbers[place] = wrong;
        refused += refuses(kind, with(good, new KeptState(kept.form(), numbers, kept.arrays(), kept.shared()))) ? 1 : 0;
      }
    }
    assertThat(refused).isPositive();
    assertThat(refuses(kind, good)).isFalse();
    assertThat(refuses(kind, with(good, new KeptState(kept.form(), new double[3], kept.arrays(), kept.shared())))).isTrue();
  }

  static Stream<Kind> memories() {
    return agents().filter(kind -> ((Agent) kind.project().assignment()).method() instanceof Dqn);
  }

  /** Of a transition that is drawn later, or never. */
  @ParameterizedTest
  @MethodSource("memories")
  void aDamagedTransitionIsRefused(Kind kind) {
    Session session = kind.session(KERNELS, false);
    session.step();
    TrainingProgress good = session.progressed();
    KeptState kept = good.kept().orElseThrow();
    int width = ((Agent) kind.project().assignment()).environment().observed().size();
    for (int column : new int[] {2 * width, 2 * width + 2}) { // the action, and how it was chosen with whether the episode ended
      for (float wrong : new float[] {-1, 7, 0.5f, Float.NaN}) {
        float[][] arrays = kept.arrays().clone();
        int block = arrays.length - 1;
        arrays[block] = arrays[block].clone();
        arrays[block][column] = wrong; // of the first transition of the last block
        assertThat(refuses(kind, with(good, new KeptState(kept.form(), kept.numbers(), arrays, kept.shared()))))
            .as("%s in %d", wrong, column).isTrue();
      }
    }
  }

  static Stream<Kind> policies() {
    return agents().filter(kind -> ((Agent) kind.project().assignment()).method() instanceof PolicyMethod);
  }

  /** An action that there is not, or too few of them, would end the training by an error of the program. */
  @ParameterizedTest
  @MethodSource("policies")
  void aDamagedRolloutIsRefused(Kind kind) {
    Session session = kind.session(KERNELS, false);
    session.step();
    TrainingProgress good = session.progressed();
    KeptState kept = good.kept().orElseThrow();
    int refused = 0;
    for (int place = 0; place < kept.arrays().length; place++) {
      float[][] arrays = kept.arrays().clone();
      arrays[place] = arrays[place].clone();
      Arrays.fill(arrays[place], 7);
      refused += refuses(kind, with(good, new KeptState(kept.form(), kept.numbers(), arrays, kept.shared()))) ? 1 : 0;
    }
    assertThat(refused).as("actions that are none").isPositive();
  }

  private static TrainingProgress with(TrainingProgress good, KeptState kept) {
    return new TrainingProgress(good.step(), good.epoch(), good.batch(), good.end(), good.updates(), good.slots(), good.best(),
        good.epochs(),
        Optional.of(kept), good.learned());
  }

  private static boolean refuses(Kind kind, TrainingProgress saved) {
    try {
      kind.session(KERNELS, false).resume(saved);
      return false;
    } catch (DamagedState damaged) {
      assertThat(damaged.sentence().key()).isEqualTo("trainer.damaged");
      return true;
    }
  }
}
