package studio.backprop.derivation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.backprop.op.Affine;
import studio.backprop.op.BinaryCrossEntropyLogits;
import studio.backprop.op.Convolve;
import studio.backprop.op.ConvolveSequence;
import studio.backprop.op.ConvolveTransposed;
import studio.backprop.op.CrossEntropyLogits;
import studio.backprop.op.Elementwise;
import studio.backprop.op.LossOp;
import studio.backprop.op.Op;
import studio.backprop.op.Projection;
import studio.backprop.op.Rearrange;
import studio.backprop.op.Relu;
import studio.backprop.plan.Parameter;
import studio.backprop.tensor.Storage;
import studio.backprop.tensor.Tensor;

/** Symbols of elements: letter, index and node; unchanged by ops that only rearrange memory. */
final class Naming {
  private static final Set<Class<? extends Op>> SUMS = Set.of(Affine.class, Convolve.class, ConvolveSequence.class,
      ConvolveTransposed.class, Projection.class);

  /** For values whose inputs have the same letter. */
  private static final List<String> OTHERS = List.of("h", "u", "v", "r");

  private final PlanPasses plan;
  private final Map<Storage, Parameter> parameters = new IdentityHashMap<>();
  private final Map<Storage, String> letters = new IdentityHashMap<>();
  private final Storage prediction;

  Naming(PlanPasses plan, List<Parameter> parameters) {
    this.plan = plan;
    parameters.forEach(parameter -> this.parameters.put(parameter.tensor().storage(), parameter));
    Op last = plan.steps().get(plan.steps().size() - 1).op();
    prediction = last.inputs().get(0).storage();
  }

  Place place(Cell cell) {
    Tensor tensor = origin(cell.tensor());
    boolean parameter = isParameter(tensor);
    List<Integer> index = new ArrayList<>();
    int within = cell.place();
    for (int axis = tensor.shape().rank() - 1; axis >= 0; axis--) {
      index.add(0, within % tensor.shape().size(axis));
      within /= tensor.shape().size(axis);
    }
    if (parameter && tensor.rows() > 1) {
      index.add(0, cell.row());
    }
    return new Place(node(tensor), parameter ? tensor.name() : null, symbol(tensor, index), parameter ? 0 : cell.row(), List.copyOf(index),
        cell.value());
  }

  /** Tensor of the computation, before rearrangement. */
  private Tensor origin(Tensor tensor) {
    int maker = plan.maker(tensor);
    return maker >= 0 && plan.steps().get(maker).op() instanceof Rearrange moved ? origin(moved.inputs().get(0)) : tensor;
  }

  boolean isParameter(Tensor tensor) {
    return parameters.containsKey(tensor.storage());
  }

  private int node(Tensor tensor) {
    Parameter parameter = parameters.get(tensor.storage());
    int maker = plan.maker(tensor);
    return parameter != null ? parameter.node() : maker >= 0 ? plan.steps().get(maker).node() : 0;
  }

  private String symbol(Tensor tensor, List<Integer> index) {
    String letter = letter(tensor);
    boolean single = tensor.shape().count() == 1 && (tensor.rows() == 1 || !isParameter(tensor));
    return single ? letter : letter + "_{" + index.stream().map(i -> String.valueOf(i + 1)).collect(Collectors.joining(",")) + "}";
  }

  /** Letter of a tensor in LaTeX, different from those of its inputs. */
  String letter(Tensor of) {
    Tensor tensor = origin(of);
    if (isParameter(tensor)) {
      return parameterLetter(tensor.name());
    }
    int maker = plan.maker(tensor);
    if (maker < 0) {
      return "x";
    }
    String known = letters.get(tensor.storage());
    if (known == null) {
      known = letter(tensor, plan.steps().get(maker).op());
      letters.put(tensor.storage(), known);
    }
    return known;
  }

  private String letter(Tensor tensor, Op op) {
    if (op instanceof LossOp) {
      return "L";
    }
    boolean sum = sums(op) && !op.rectifies();
    if (tensor.storage() == prediction && !sum && !bendsItself()) {
      return "\\hat{y}";
    }
    Set<String> taken = op.inputs().stream().map(this::letter).collect(Collectors.toSet());
    String wished = sum ? "z" : isBent(tensor) || tensor.storage() == prediction ? "s" : "a";
    return Stream.concat(Stream.of(wished), OTHERS.stream()).filter(letter -> !taken.contains(letter)).findFirst().orElse(wished);
  }

  /** Whether the loss includes a softmax or sigmoid. */
  private boolean bendsItself() {
    Op loss = plan.steps().get(plan.steps().size() - 1).op();
    return loss instanceof CrossEntropyLogits || loss instanceof BinaryCrossEntropyLogits;
  }

  /** Whether a nonlinearity follows. */
  private boolean isBent(Tensor tensor) {
    return plan.readers(tensor).stream().map(reader -> plan.steps().get(reader).op())
        .anyMatch(op -> op instanceof Elementwise || op instanceof Relu || op instanceof Rearrange moved && isBent(moved.output()));
  }

  /** Whether an op is a weighted sum of inputs. */
  boolean sums(Op op) {
    return SUMS.contains(op.getClass());
  }

  private static String parameterLetter(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    if (small.contains("weight")) {
      return "w";
    }
    if (small.contains("bias")) {
      return "b";
    }
    return name.equals("gamma") || name.equals("beta") ? "\\" + name : "\\theta";
  }
}
