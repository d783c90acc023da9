package studio.backprop.derivation;

import static studio.backprop.text.Latex.factor;
import static studio.backprop.text.Latex.number;

import studio.backprop.op.Affine;
import studio.backprop.op.BinaryCrossEntropy;
import studio.backprop.op.BinaryCrossEntropyLogits;
import studio.backprop.op.CrossEntropyLogits;
import studio.backprop.op.LossOp;
import studio.backprop.op.MeanSquaredError;
import studio.backprop.op.Op;
import studio.backprop.op.Relu;
import studio.backprop.op.Sigmoid;
import studio.backprop.op.Sum;
import studio.backprop.op.Tanh;
import studio.backprop.tensor.Tensor;

/**
 * Short closed form of a derivative or loss, in symbols and with numbers, for display; both empty without one. The value itself comes from
 * the op. Immutable.
 */
public record ClosedForm(String letters, String numbers) {
  static final ClosedForm NONE = new ClosedForm("", "");

  static ClosedForm of(Link link, Op op, Naming naming) {
    ClosedForm form = withoutRelu(link, op, naming);
    return op.rectifies() && !(op instanceof Relu) && !form.letters.isEmpty() ? form.through(naming.place(link.to())) : form;
  }

  /** Of an op with a fused ReLU, whose output tells whether it is active. */
  private ClosedForm through(Place to) {
    String open = "[\\," + to.symbol() + " > 0\\,]";
    return new ClosedForm(letters.equals("1") ? open : letters + "\\," + open, letters.equals("1") ? "[\\," + number(to.value())
        + " > 0\\,]" : "");
  }

  private static ClosedForm withoutRelu(Link link, Op op, Naming naming) {
    String y = naming.place(link.to()).symbol();
    String x = naming.place(link.from()).symbol();
    double out = link.to().value();
    double in = link.from().value();
    if (op instanceof Tanh) {
      return new ClosedForm("1 - " + y + "^2", "1 - " + factor(out) + "^2");
    }
    if (op instanceof Sigmoid) {
      return new ClosedForm(y + "\\,(1 - " + y + ")", number(out) + " \\cdot (1 - " + number(out) + ")");
    }
    if (op instanceof Relu) {
      return new ClosedForm("[\\," + x + " > 0\\,]", "[\\," + number(in) + " > 0\\,]");
    }
    if (op instanceof Sum) {
      return new ClosedForm("1", "");
    }
    if (op instanceof Affine) {
      return affine(link, op, naming);
    }
    if (naming.sums(op)) {
      return kernel(link, op, naming);
    }
    return op instanceof LossOp loss ? loss(loss, link, x) : NONE;
  }

  /** Formats a subtraction; of a negative number as addition. */
  static String minus(double value) {
    return value < 0 ? " + " + number(-value) : " - " + number(value);
  }

  /** Whether both share memory, possibly in two shapes. */
  private static boolean same(Tensor one, Tensor other) {
    return one.storage() == other.storage();
  }

  /** Of shared weights: symbols only. */
  private static ClosedForm kernel(Link link, Op op, Naming naming) {
    Tensor from = link.from().tensor();
    if (naming.isParameter(from)) {
      return new ClosedForm(naming.letter(from).equals("w") ? naming.letter(op.inputs().get(0)) : "1", "");
    }
    return new ClosedForm("w", "");
  }

  private static ClosedForm affine(Link link, Op op, Naming naming) {
    Tensor input = op.inputs().get(0);
    Tensor weight = op.inputs().get(1);
    int unit = link.to().place() % weight.rowCount();
    if (same(link.from().tensor(), input)) {
      return new ClosedForm(naming.place(new Cell(weight, link.from().place() % weight.rows(), unit)).symbol(), "");
    }
    if (!same(link.from().tensor(), weight)) {
      return new ClosedForm("1", "");
    }
    boolean row = input.rowCount() == weight.rows();
    return new ClosedForm(row ? naming.place(new Cell(input, link.to().row(), link.from().row())).symbol() : naming.letter(input), "");
  }

  private static ClosedForm loss(LossOp loss, Link link, String p) {
    if (!same(link.from().tensor(), loss.inputs().get(0))) {
      return NONE;
    }
    double t = loss.inputs().get(1).get(link.from().row(), link.from().place());
    double in = link.from().value();
    Part part = Part.of(loss, link.from());
    if (loss instanceof MeanSquaredError) {
      return new ClosedForm(part.letters + "2\\,(" + p + " - t)", "2\\,(" + number(in) + minus(t) + ")" + part.numbers);
    }
    if (loss instanceof BinaryCrossEntropy) {
      return new ClosedForm(part.letters + "\\frac{" + p + " - t}{" + p + "\\,(1 - " + p + ")}",
          "\\frac{" + number(in) + " - " + number(t) + "}{" + number(in) + " \\cdot (1 - " + number(in) + ")}" + part.numbers);
    }
    if (loss instanceof BinaryCrossEntropyLogits logits) {
      return off("\\sigma(" + p + ")", logits.probability().values()[link.from().at()], t, part);
    }
    if (loss instanceof CrossEntropyLogits logits) {
      return off("\\mathrm{softmax}(" + p + ")", logits.probability().values()[link.from().at()], t, part);
    }
    return NONE;
  }

  /** Difference of probability and target. */
  private static ClosedForm off(String letters, double probability, double target, Part part) {
    String numbers = number(probability) + " - " + number(target);
    return part.letters.isEmpty() ? new ClosedForm(letters + " - t", numbers)
        : new ClosedForm(part.letters + "(" + letters + " - t)", "(" + numbers + ")" + part.numbers);
  }

  /** Factor of one of several targets in a mean loss; empty for a single one. */
  private record Part(String letters, String numbers) {
    private static Part of(LossOp loss, Cell of) {
      int n = loss.counted();
      if (n == 1) {
        return new Part("", "");
      }
      if (!loss.weighs()) {
        return new Part("\\frac{1}{" + n + "}\\,", " / " + n);
      }
      int answer = (of.row() * of.tensor().rowCount() + of.place()) / loss.width();
      return new Part("\\frac{w}{\\sum_i w_i}\\,", " \\cdot " + number(loss.weight(answer)) + " / " + number(loss.weightSum()));
    }
  }
}
