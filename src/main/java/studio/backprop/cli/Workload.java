package studio.backprop.cli;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.network.Analysis;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.op.Mode;
import studio.backprop.optim.Optimizer;
import studio.backprop.optim.OptimizerState;
import studio.backprop.plan.Compiler;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.tensor.Seeds;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/**
 * Network whose training steps are timed: zero gradients, forward, loss, backward, update, on one batch of random data.
 *
 * @param network factory
 * @param batch examples per step
 * @param inputs fills the inputs of the network
 */
record Workload(String name, Supplier<Network> network, int batch, Optimizer optimizer, double rate, Inputs inputs) {
  /** Generator of a random batch. */
  interface Inputs {
    void fill(List<Tensor> inputs, SplittableRandom random);
  }

  /** With normally distributed inputs. */
  Workload(String name, Supplier<Network> network, int batch, Optimizer optimizer, double rate) {
    this(name, network, batch, optimizer, rate, (inputs, random) -> inputs.forEach(input -> input.set(normal(input.count(), random))));
  }

  /**
   * Operations of a step, two per multiply-add: forward, and as much again for the gradients of weights and of inputs. The gradient with
   * respect to the network's inputs is not computed and not counted.
   */
  long flops() {
    Network drawn = network.get();
    Analysis analysis = drawn.analyse();
    long sum = 0;
    for (Node node : drawn.nodes()) {
      boolean first = drawn.sources(node.id()).stream().anyMatch(source -> source.layer() instanceof Input);
      List<Shape> shapes = analysis.inputShapes().get(node.id());
      sum += 3 * node.layer().flops(shapes) - (first ? node.layer().inputFlops(shapes) : 0);
    }
    return sum * batch;
  }

  Runnable step(Kernels kernels) {
    Network drawn = network.get();
    Seeds seeds = new Seeds(1);
    Parameters parameters = Parameters.initial(drawn, drawn.analyse(), seeds);
    Plan plan = Compiler.compile(drawn, parameters, kernels, seeds, Purpose.TRAIN_LEAN, batch);
    fill(plan, drawn.objective().loss(), seeds.source("batch"));
    List<Tensor> learned = parameters.learned().stream().map(Parameter::tensor).toList();
    OptimizerState state = optimizer.start(learned);
    return () -> {
      plan.forward(Mode.TRAIN);
      plan.backward();
      state.step(rate, kernels);
    };
  }

  private void fill(Plan plan, Loss loss, SplittableRandom random) {
    inputs.fill(plan.inputs(), random);
    Tensor target = plan.target();
    if (!loss.forClasses()) {
      target.set(normal(target.count(), random));
      return;
    }
    float[] answers = new float[target.count()];
    int classes = target.shape().size(target.shape().rank() - 1);
    for (int at = 0; at < answers.length; at += classes) {
      if (classes == 1) {
        answers[at] = random.nextInt(2);
      } else {
        answers[at + random.nextInt(classes)] = 1;
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
