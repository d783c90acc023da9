package studio.backprop.derivation;

import static studio.backprop.derivation.ClosedForm.minus;
import static studio.backprop.text.Latex.factor;
import static studio.backprop.text.Latex.number;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import studio.backprop.layer.Loss;
import studio.backprop.layer.LossRule;
import studio.backprop.op.BinaryCrossEntropy;
import studio.backprop.op.BinaryCrossEntropyLogits;
import studio.backprop.op.CrossEntropyLogits;
import studio.backprop.op.Hinge;
import studio.backprop.op.Huber;
import studio.backprop.op.KlDivergence;
import studio.backprop.op.LossOp;
import studio.backprop.op.MeanAbsoluteError;
import studio.backprop.op.MeanSquaredError;

/** Loss in symbols and with current numbers: the formula of a single target, or the mean over several, largest first. */
final class LossForm {
  private static final int MAX_TERMS = 3;

  private final LossOp loss;
  private final String p;

  private LossForm(LossOp loss, Naming naming) {
    this.loss = loss;
    this.p = naming.letter(loss.inputs().get(0));
  }

  static ClosedForm of(LossOp loss, Naming naming) {
    double[] costs = IntStream.range(0, loss.answers()).mapToDouble(loss::cost).toArray();
    int[] known = IntStream.range(0, costs.length).filter(answer -> !Double.isNaN(costs[answer])).toArray();
    if (known.length == 0) {
      return ClosedForm.NONE;
    }
    ClosedForm answers = known.length == 1
        ? new LossForm(loss, naming).single(known[0] * loss.width())
            : loss.weighs() ? weighted(loss, costs, known) : mean(IntStream.of(known).mapToDouble(answer -> costs[answer]).toArray());
    boolean more = loss.inputs().size() > 2 && !answers.letters().isEmpty();
    return more ? new ClosedForm(answers.letters() + " + \\beta\\,D_{\\mathrm{KL}}", answers.numbers() + " + " + factor(loss.added()))
        : answers;
  }

  private static ClosedForm mean(double[] costs) {
    String share = "\\frac{1}{" + costs.length + "}";
    String sum = DoubleStream.of(costs).boxed().sorted(Comparator.reverseOrder()).limit(MAX_TERMS).map(cost -> factor(cost))
        .collect(Collectors.joining(" + "));
    return new ClosedForm(share + "\\sum_i \\ell_i", share + "\\,(" + sum + (costs.length > MAX_TERMS ? " + \\ldots" : "") + ")");
  }

  /** Class-weighted targets, largest first, each with its weight. */
  private static ClosedForm weighted(LossOp loss, double[] costs, int[] known) {
    String sum = IntStream.of(known).boxed()
        .sorted(Comparator.comparingDouble(answer -> -loss.weight(answer) * costs[answer])).limit(MAX_TERMS)
        .map(answer -> number(loss.weight(answer)) + " \\cdot " + factor(costs[answer])).collect(Collectors.joining(" + "));
    String numbers = sum + (known.length > MAX_TERMS ? " + \\ldots" : "");
    return new ClosedForm("\\frac{\\sum_i w_i\\,\\ell_i}{\\sum_i w_i}", "\\frac{" + numbers + "}{" + number(loss.weightSum()) + "}");
  }

  private double prediction(int at) {
    return loss.inputs().get(0).values()[at];
  }

  private double target(int at) {
    return loss.inputs().get(1).values()[at];
  }

  private ClosedForm single(int at) {
    double t = target(at);
    Optional<LossRule> rule = ofNumber();
    if (rule.isPresent()) {
      return NumberLoss.of(rule.get(), prediction(at), t, p, NumberLoss.Notation.TEX).form();
    }
    if (loss instanceof BinaryCrossEntropy) {
      return yesOrNo(p, prediction(at), t);
    }
    if (loss instanceof BinaryCrossEntropyLogits logits) {
      return yesOrNo("\\sigma(" + p + ")", logits.probability().values()[at], t);
    }
    if (loss instanceof CrossEntropyLogits logits) {
      float[] probability = logits.probability().values();
      String numbers = sum(at, " - ", i -> target(i) * Math.log(probability[i]), i -> times(target(i)) + "\\ln " + factor(probability[i]));
      return new ClosedForm("-\\sum_i t_i \\ln \\mathrm{softmax}(" + p + ")_i", "-" + numbers);
    }
    if (loss instanceof KlDivergence) {
      String numbers = sum(at, " + ", i -> target(i) * (Math.log(target(i)) - prediction(i)),
          i -> times(target(i)) + "(\\ln " + number(target(i)) + minus(prediction(i)) + ")");
      return new ClosedForm("\\sum_i t_i\\,(\\ln t_i - " + p + "_i)", numbers);
    }
    return ClosedForm.NONE;
  }

  /** Rule of a loss of two numbers. */
  private Optional<LossRule> ofNumber() {
    return loss instanceof MeanSquaredError ? Optional.of(LossRule.of(Loss.MSE))
        : loss instanceof MeanAbsoluteError ? Optional.of(LossRule.of(Loss.MAE))
        : loss instanceof Huber huber ? Optional.of(new LossRule(Loss.HUBER, huber.delta()))
        : loss instanceof Hinge ? Optional.of(LossRule.of(Loss.HINGE))
        : Optional.empty();
  }

  private static ClosedForm yesOrNo(String letters, double probability, double t) {
    String yes = "\\ln " + factor(probability);
    String no = "\\ln(1 - " + number(probability) + ")";
    String numbers = t == 1 ? "-" + yes : t == 0 ? "-" + no : "-" + number(t) + "\\," + yes + " - " + number(1 - t) + "\\," + no;
    return new ClosedForm("-t \\ln " + letters + " - (1 - t) \\ln(1 - " + letters + ")", numbers);
  }

  /** Costs of the classes with nonzero target, largest first. */
  private String sum(int at, String between, IntToDoubleFunction cost, IntFunction<String> written) {
    List<Integer> shares = IntStream.range(at, at + loss.width()).filter(i -> target(i) != 0).boxed()
        .sorted(Comparator.comparingDouble(i -> -Math.abs(cost.applyAsDouble(i)))).toList();
    String more = shares.size() > MAX_TERMS ? between + "\\ldots" : "";
    return shares.stream().limit(MAX_TERMS).map(written::apply).collect(Collectors.joining(between)) + more;
  }

  private static String times(double share) {
    return share == 1 ? "" : number(share) + "\\,";
  }
}
