package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.kernel.ScalarKernels;
import studio.backprop.kernel.Workers;
import studio.backprop.network.Network;
import studio.backprop.op.Mode;
import studio.backprop.plan.Compiler;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.tensor.Seeds;

/** A lean plan takes less memory and gives the same bits, and every plan says beforehand what it takes. Asked of every sample's network. */
class LeanPlanTest {
  private static final Seeds SEEDS = new Seeds(5);

  private final Kernels kernels = KernelChoice.create(1);

  static Stream<String> names() {
    return SampleProjects.all().keySet().stream();
  }

  private static Network network(String name) {
    return SampleProjects.all().get(name).network();
  }

  /** The loss, the prediction and all gradients of three training passes. */
  private List<float[]> passes(Network network, Purpose purpose, int batch) {
    Parameters parameters = Parameters.initial(network, network.analyse(), SEEDS);
    Plan plan = Compiler.compile(network, parameters, kernels, SEEDS, purpose, batch);
    List<float[]> results = new ArrayList<>();
    for (int step = 0; step < 3; step++) {
      fill(plan, step);
      plan.begin(step);
      plan.forward(Mode.TRAIN);
      plan.backward();
      results.add(new float[] {plan.lossValue()});
      results.add(plan.prediction().values().clone());
      for (Parameter parameter : parameters.learned()) {
        results.add(parameter.tensor().grads().clone());
      }
    }
    return results;
  }

  /** Noughts and ones, which are tokens, pixels, masks and answers alike. */
  private static void fill(Plan plan, int step) {
    SplittableRandom random = new SplittableRandom(step);
    Stream.concat(plan.inputs().stream(), Stream.of(plan.target())).forEach(tensor -> {
      for (int i = 0; i < tensor.count(); i++) {
        tensor.values()[i] = random.nextInt(2);
      }
    });
  }

  @ParameterizedTest
  @MethodSource("names")
  void theBitsAreTheSame(String name) {
    for (int batch : new int[] {3, 16}) {
      List<float[]> lean = passes(network(name), Purpose.TRAIN_LEAN, batch);
      List<float[]> full = passes(network(name), Purpose.TRAIN, batch);
      for (int i = 0; i < full.size(); i++) {
        assertThat(lean.get(i)).isEqualTo(full.get(i));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void leanPredictionsAreTheSame(String name) {
    List<float[]> predictions = new ArrayList<>();
    for (Purpose purpose : List.of(Purpose.PREDICT, Purpose.PREDICT_LEAN)) {
      Network network = network(name);
      Plan plan = Compiler.compile(network, Parameters.initial(network, network.analyse(), SEEDS), kernels, SEEDS, purpose, 16);
      fill(plan, 0);
      plan.forward(Mode.EVALUATE);
      plan.forward(Mode.EVALUATE);
      predictions.add(plan.prediction().values());
    }
    assertThat(predictions.get(1)).isEqualTo(predictions.get(0));
  }

  @ParameterizedTest
  @MethodSource("names")
  void aPlanSaysBeforehandWhatItTakes(String name) {
    Network network = network(name);
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    int batch = 64;
    long full = Compiler.bytes(network, kernels, Purpose.TRAIN, batch);
    assertThat(Compiler.bytes(network, kernels, Purpose.TRAIN_LEAN, batch)).isLessThanOrEqualTo(full);
    Kernels plain = new ScalarKernels(Workers.of(1));
    long said = Compiler.bytes(network, plain, Purpose.TRAIN, batch);
    Parameters parameters = Parameters.initial(network, network.analyse(), SEEDS);
    long before = thread.getCurrentThreadAllocatedBytes();
    Compiler.compile(network, parameters, plain, SEEDS, Purpose.TRAIN, batch);
    assertThat(thread.getCurrentThreadAllocatedBytes() - before).isBetween(said, said + said / 10 + (1 << 20));
  }
}
