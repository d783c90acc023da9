package studio.backprop.observe;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import studio.backprop.op.Op;
import studio.backprop.op.WindowAxis;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Plan;
import studio.backprop.plan.Step;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Storage;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.Session;

/**
 * Trace of one node: tensors of its ops in order of execution, for the inspected example in inference mode and for the first examples of
 * the step's batch in training mode. A copy.
 *
 * @param given inputs of the node for the inspected example, by inlet
 * @param output its output for the inspected example; null if not on a path to the loss
 * @param example its ops for the inspected example
 * @param batch its ops for the last step's batch; empty before the first
 */
public record NodeTrace(int node, List<Tensors> given, Tensors output, List<OpLook> example, List<OpLook> batch) {
  /** Limit of copied numbers of a batch; larger ones are cut to their first examples. */
  private static final int MOST_OF_BATCH = 1 << 16;
  /** Limit of copied numbers of an example or parameter; larger ones are cut to their first rows. */
  private static final int MOST_NUMBERS = 1 << 22;

  /**
   * Trace of an op.
   *
   * @param op name, such as {@code convolve} or {@code lstm steps}
   * @param kind class of the op
   * @param inputs inputs in order
   * @param parameters parameters and state in order
   * @param inner intermediate values, such as gates
   * @param sweeps sliding windows by axis; empty if none
   * @param rectifies whether it includes a ReLU
   */
  public record OpLook(
      String op, Class<? extends Op> kind, List<Tensors> inputs, List<Tensors> parameters, Tensors output, List<Tensors> inner,
      List<WindowAxis> sweeps,
      boolean rectifies) {
    public OpLook(String op, Class<? extends Op> kind, List<Tensors> inputs, List<Tensors> parameters, Tensors output,
        List<Tensors> inner) {
      this(op, kind, inputs, parameters, output, inner, List.of(), false);
    }

    /** Intermediate value by name. */
    public Optional<Tensors> inner(String name) {
      return inner.stream().filter(numbers -> numbers.name().equals(name)).findFirst();
    }

    /** Parameter by name, such as {@code weight}. */
    public Optional<Tensors> parameter(String name) {
      return parameters.stream().filter(numbers -> numbers.name().equals(name)).findFirst();
    }
  }

  /**
   * Copied values of a tensor, row-major.
   *
   * @param rows copied examples, or rows of a parameter
   * @param shape of one row
   * @param values [rows × shape]
   * @param grads ∂L/∂value, of a batch of its mean loss; null if none
   * @param number of rows before the cut
   */
  public record Tensors(String name, int rows, Shape shape, float[] values, float[] grads, int all) {
    public Tensors(String name, int rows, Shape shape, float[] values, float[] grads) {
      this(name, rows, shape, values, grads, rows);
    }
  }

  /** Without the step's batch. */
  public NodeTrace judged() {
    return new NodeTrace(node, given, output, example, List.of());
  }

  /** On the training thread, after the probe has run. */
  static NodeTrace of(int node, Session session, Probe probe) {
    return of(node, session, probe, session.measured() ? ops(node, session.plan(), session.parameters().all()) : List.of());
  }

  /** For the inspected example alone. */
  static NodeTrace ofExample(int node, Session session, Probe probe) {
    return of(node, session, probe, List.of());
  }

  private static NodeTrace of(int node, Session session, Probe probe, List<OpLook> batch) {
    Plan plan = probe.plan();
    List<OpLook> ops = ops(node, plan, probe.parameters().all());
    Function<Tensor, Tensors> copy = ops.isEmpty() ? tensor -> copyPassing(tensor, plan.whereItArrives(tensor)) : NodeTrace::copyNumbers;
    List<Tensors> given = session.project().network().sources(node).stream().flatMap(source -> plan.output(source.id()).stream()).map(copy)
        .toList();
    return new NodeTrace(node, given, plan.output(node).map(copy).orElse(null), ops, batch);
  }

  /** Reshaped tensor; its gradient may be that of logits. */
  private static Tensors copyPassing(Tensor tensor, Tensor arriving) {
    Tensors numbers = copyNumbers(tensor);
    return new Tensors(numbers.name(), numbers.rows(), numbers.shape(), numbers.values(), copyNumbers(arriving).grads(), numbers.all());
  }

  private static List<OpLook> ops(int node, Plan plan, List<Parameter> parameters) {
    Map<Storage, Parameter> kept = new IdentityHashMap<>();
    parameters.forEach(parameter -> kept.put(parameter.tensor().storage(), parameter));
    return plan.steps().stream().filter(step -> step.node() == node).map(step -> look(step, kept)).toList();
  }

  private static OpLook look(Step step, Map<Storage, Parameter> kept) {
    List<Tensors> inputs = new ArrayList<>();
    List<Tensors> parameters = new ArrayList<>();
    for (Tensor input : step.op().inputs()) {
      if (kept.containsKey(input.storage())) {
        parameters.add(copy(input, MOST_NUMBERS));
      } else {
        inputs.add(copyNumbers(input));
      }
    }
    Op op = step.op();
    return new OpLook(
        op.name(), op.getClass(), inputs, parameters, copyNumbers(op.output()), op.inner().stream().map(NodeTrace::copyNumbers).toList(),
        op.sweeps(), op.rectifies());
  }

  private static Tensors copyNumbers(Tensor tensor) {
    return copy(tensor, tensor.rows() == 1 ? MOST_NUMBERS : MOST_OF_BATCH);
  }

  private static Tensors copy(Tensor tensor, int most) {
    int width = tensor.rowCount();
    int rows = Math.min(tensor.rows(), most / Math.max(1, width));
    float[] values = new float[rows * width];
    float[] grads = tensor.hasGrad() ? new float[values.length] : null;
    float[] line = new float[width];
    for (int row = 0; row < rows; row++) {
      tensor.copyRow(row, line);
      System.arraycopy(line, 0, values, row * width, width);
      if (grads != null) {
        tensor.copyRowGrad(row, line);
        System.arraycopy(line, 0, grads, row * width, width);
      }
    }
    return new Tensors(tensor.name(), rows, tensor.shape(), values, grads, tensor.rows());
  }
}
