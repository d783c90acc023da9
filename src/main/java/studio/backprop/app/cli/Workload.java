package studio.backprop.app.cli;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.op.Mode;
import studio.backprop.plan.Compiler;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.tensor.Seeds;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.optim.Optimizer;
import studio.backprop.train.optim.Updates;

/**
 * A network whose training steps are timed: zero gradients, forward, loss, backward, update, on one batch of random data.
 *
 * @param name what the bench command calls it
 * @param network builds it
 * @param batch examples in a step
 */
record Workload(String name, Supplier<Network> network, int batch, Optimizer optimizer, double rate) {
  /** One training step after another, on the same batch. */
  Runnable step(Kernels kernels) {
    Network drawn = network.get();
    Seeds seeds = new Seeds(1);
    Parameters parameters = Parameters.initial(drawn, drawn.analyse(), seeds);
    Plan plan = Compiler.compile(drawn, parameters, kernels, seeds, Purpose.TRAIN, batch);
    fill(plan, ((Output) drawn.outputs().get(0).layer()).loss(), seeds.source("batch"));
    List<Tensor> learned = parameters.learned().stream().map(Parameter::tensor).toList();
    Updates updates = optimizer.start(learned);
    return () -> {
      plan.forward(Mode.TRAIN);
      plan.backward();
      updates.step(rate);
    };
  }

  private static void fill(Plan plan, Loss loss, SplittableRandom random) {
    plan.inputs().forEach(input -> input.set(normal(input.count(), random)));
    Tensor target = plan.target();
    if (!loss.forClasses()) {
      target.set(normal(target.count(), random));
      return;
    }
    float[] answers = new float[target.count()];
    for (int row = 0; row < target.rows(); row++) {
      if (target.rowCount() == 1) {
        answers[row] = random.nextInt(2);
      } else {
        answers[row * target.rowCount() + random.nextInt(target.rowCount())] = 1;
      }
    }
    target.set(answers);
  }

  private static float[] normal(int count, SplittableRandom random) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }
}
