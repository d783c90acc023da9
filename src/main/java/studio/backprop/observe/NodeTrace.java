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
 * What happens inside one node: all numbers of its ops, in the order in which they run, once for the chosen example as it is judged and
 * once for the first examples of the step's batch as the network learns from them. A copy: nothing of it changes later.
 *
 * @param node its id
 * @param given what the nodes before it give for the chosen example, in the order of its inlets
 * @param output what it gives for the chosen example; null where it does not lead to the loss
 * @param example its ops for the chosen example alone
 * @param batch its ops for the examples of the last step; empty before the first
 */
public record NodeTrace(int node, List<Tensors> given, Tensors output, List<OpLook> example, List<OpLook> batch) {
  /** Numbers of a batch that are copied at most: larger ones are shown by their first examples. */
  private static final int MOST_OF_BATCH = 1 << 16;
  /** Numbers of one example or of a parameter that are copied at most; of more the first rows, if one is not too large by itself. */
  private static final int MOST_NUMBERS = 1 << 22;

  /**
   * One op.
   *
   * @param op names it, such as {@code convolve} or {@code lstm steps}
   * @param kind the class of the op, for views that know it
   * @param inputs what it reads, in order
   * @param parameters what it reads that is learned or kept, in order
   * @param output what it gives
   * @param inner values on the way, such as gates
   * @param sweeps how its window slides along each axis; empty where it has none
   * @param rectifies whether it gives 0 where its sum is negative
   */
  public record OpLook(
      String op, Class<? extends Op> kind, List<Tensors> inputs, List<Tensors> parameters, Tensors output, List<Tensors> inner,
      List<WindowAxis> sweeps,
      boolean rectifies) {
    /** An op without a window. */
    public OpLook(String op, Class<? extends Op> kind, List<Tensors> inputs, List<Tensors> parameters, Tensors output,
        List<Tensors> inner) {
      this(op, kind, inputs, parameters, output, inner, List.of(), false);
    }

    /** Something on the way, by its name. */
    public Optional<Tensors> inner(String name) {
      return inner.stream().filter(numbers -> numbers.name().equals(name)).findFirst();
    }

    /** A parameter, by its name, such as {@code weight}. */
    public Optional<Tensors> parameter(String name) {
      return parameters.stream().filter(numbers -> numbers.name().equals(name)).findFirst();
    }
  }

  /**
   * The numbers of a tensor, row-major.
   *
   * @param name what the engine calls it
   * @param rows examples that were copied, or rows of a parameter
   * @param shape of one row
   * @param values [rows × shape]
   * @param grads ∂L/∂value of each, null where there is none; over a batch they belong to its mean loss
   * @param all rows that there are
   */
  public record Tensors(String name, int rows, Shape shape, float[] values, float[] grads, int all) {
    /** All rows that there are. */
    public Tensors(String name, int rows, Shape shape, float[] values, float[] grads) {
      this(name, rows, shape, values, grads, rows);
    }
  }

  /** The same without the batch of the step: as the chosen example alone is judged. */
  public NodeTrace judged() {
    return new NodeTrace(node, given, output, example, List.of());
  }

  /** Looks into a node. On the training thread, after the probe has run. */
  static NodeTrace of(int node, Session session, Probe probe) {
    return of(node, session, probe, session.measured() ? ops(node, session.plan(), session.parameters().all()) : List.of());
  }

  /** Looks into a node for the chosen example alone. */
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

  /** What only gets another shape in a node; its gradient may arrive before a sigmoid that the loss reads past. */
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
