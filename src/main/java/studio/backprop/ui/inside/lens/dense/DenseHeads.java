package studio.backprop.ui.inside.lens.dense;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.backprop.network.Node;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.op.Softmax;
import studio.backprop.ui.inside.lens.sheet.ActivatedSums;
import studio.backprop.ui.inside.lens.sheet.DenseTexts;
import studio.backprop.ui.inside.lens.sheet.DenseTexts.Head;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.kit.Numbers;

/**
 * Titles of the parts of a dense layer's picture.
 *
 * @param activation null without an activation
 */
record DenseHeads(LensDesk desk, Node node, DenseNumbers numbers, OpLook activation, Optional<ActivatedSums> curve, int neuron) {
  private String say(String key, Object... args) {
    return desk.lang().say(key, args);
  }

  private String number(double value) {
    return Double.isNaN(value) ? "–" : desk.lang().numbers().significant(value, 3);
  }

  private static String unit(double unit) {
    return unit == 1 ? "" : " ×10" + Numbers.raised((int) Math.round(Math.log10(unit)));
  }

  private String count(int listed) {
    return listed < numbers.inputs() ? say("lens.dense.largest", listed, numbers.inputs()) : say("lens.dense.count", numbers.inputs());
  }

  /**
   * @param listed inputs that have a line
   * @param change whether the matrix is the change by the last step
   * @param missing why that is unknown; empty if it is known
   */
  DenseTexts forward(int listed, boolean change, String missing, double unit) {
    String z = "z" + Numbers.lowered(neuron + 1);
    List<Head> heads = new ArrayList<>();
    heads.add(Head.of(say("lens.dense.input"), count(listed), say("lens.dense.count", numbers.inputs())));
    String size = say("lens.dense.size", numbers.neurons(), numbers.inputs()) + unit(unit);
    heads.add(Head.of(
        say(change ? "lens.dense.matrix.change" : "lens.dense.matrix.weights"), size + missing, missing.replaceFirst("^ · ", ""),
        size, numbers.neurons() + " × " + numbers.inputs() + unit(unit)));
    heads.add(Head.of(say("lens.dense.products", neuron + 1), say("lens.dense.products.note"), say("lens.dense.products.brief")));
    heads.add(Head.of(say(activation == null ? "lens.dense.out" : "lens.dense.z"), "z = Σ x · w + b"));
    if (activation != null) {
      double a = activation.output().values()[numbers.line() * numbers.neurons() + neuron];
      heads.add(Head.of(say("lens.dense.a", desk.op(activation.op())), z + " = " + number(numbers.z(neuron)) + " → " + number(a), "→ "
          + number(a)));
      heads.add(Head.of(say("lens.dense.activations"), curve.isPresent() ? "a = f(z)" : say("lens.dense.together")));
    }
    return new DenseTexts(false, say("lens.dense.forward", neuron + 1), heads);
  }

  /** @param passed whether the loss is fused with the activation */
  DenseTexts backward(boolean passed, double unit) {
    List<Head> heads = new ArrayList<>();
    heads.add(Head.of("∂L/∂x", numbers.x().grads() == null ? say("lens.dense.no_gradient") : "Σ δ · w"));
    heads.add(Head.of(say("lens.dense.matrix.gradients"), say("lens.conv.gets", unit(unit)), unit(unit)));
    heads.add(Head.of(say("lens.dense.weight_gradients", neuron + 1), say("lens.dense.delta", number(numbers.delta(neuron)))));
    heads.add(Head.of("δ = ∂L/∂z", activation != null && passed ? say("lens.dense.passed") : curve.isPresent() ? "∂L/∂a · f′(z)" : ""));
    if (activation != null) {
      String slope = curve.map(sums -> number(sums.slopes()[neuron])).orElse("");
      heads.add(curve.isEmpty() ? Head.of("") : Head.of("f′(z)", "f′(" + number(numbers.z(neuron)) + ") = " + slope, "= " + slope));
      heads.add(Head.of("∂L/∂a", !passed ? "" : curve.isPresent() ? "δ ⁄ f′(z)" : activation.kind() == Softmax.class && numbers.lines() == 1
          ? "−y ⁄ a" : ""));
    }
    return new DenseTexts(true, say("lens.dense.backward", neuron + 1, number(numbers.delta(neuron))), heads);
  }
}
