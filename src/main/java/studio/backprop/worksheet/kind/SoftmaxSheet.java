package studio.backprop.worksheet.kind;

import static studio.backprop.worksheet.kind.HumaneNumbers.name;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import studio.backprop.text.Message;
import studio.backprop.worksheet.FunctionTable;
import studio.backprop.worksheet.SheetKind;
import studio.backprop.worksheet.SheetLine;
import studio.backprop.worksheet.SheetPicture;
import studio.backprop.worksheet.SheetRule;
import studio.backprop.worksheet.SheetSection;
import studio.backprop.worksheet.Slip;
import studio.backprop.worksheet.TabulatedFunction;

/** Softmax of three logits, cross-entropy, and the gradient p − y. */
final class SoftmaxSheet implements SheetKind {
  private static final int CLASSES = 3;
  private static final double MIN_PROBABILITY = 0.02;
  /** Decimals that the table of −ln guarantees. */
  private static final int LOSS_DECIMALS = 3;
  private static final List<String> LOGITS = List.of("z1", "z2", "z3");

  @Override
  public String id() {
    return "softmax-loss";
  }

  @Override
  public String letters() {
    return "SL";
  }

  @Override
  public Map<String, Double> draw(Random random) {
    Map<String, Double> givens = new LinkedHashMap<>();
    LOGITS.forEach(logit -> givens.put(logit, (double) HumaneNumbers.between(random, -2, 3)));
    int target = HumaneNumbers.between(random, 1, CLASSES);
    for (int k = 1; k <= CLASSES; k++) {
      givens.put("y" + k, k == target ? 1.0 : 0.0);
    }
    return givens;
  }

  private static int target(Map<String, Double> givens) {
    int target = 1;
    while (givens.get("y" + target) == 0) {
      target++;
    }
    return target;
  }

  @Override
  public List<SheetRule> rules() {
    return List.of(
        SheetRule.of("logits", values -> LOGITS.stream().mapToDouble(values).distinct().count() == CLASSES),
        SheetRule.of("not_largest", values -> {
          double largest = LOGITS.stream().mapToDouble(values).max().orElseThrow();
          for (int k = 1; k <= CLASSES; k++) {
            if (values.applyAsDouble("y" + k) == 1 && values.applyAsDouble("z" + k) == largest) {
              return false;
            }
          }
          return true;
        }),
        SheetRule.of("probabilities", values -> values.applyAsDouble("p1") >= MIN_PROBABILITY
            && values.applyAsDouble("p2") >= MIN_PROBABILITY && values.applyAsDouble("p3") >= MIN_PROBABILITY));
  }

  @Override
  public List<SheetSection> sections(Map<String, Double> givens) {
    List<SheetLine> powers = new ArrayList<>();
    List<SheetLine> probabilities = new ArrayList<>();
    List<SheetLine> gradient = new ArrayList<>();
    for (int k = 1; k <= CLASSES; k++) {
      powers.add(SheetLine.of("E" + k, "exp(z" + k + ")", name("exponential", k), Slip.of("times_e", "exp(1)*z" + k, 0)));
      probabilities.add(SheetLine.of("p" + k, "E" + k + "/S", name("probability", k),
          Slip.of("of_largest", "E" + k + "/max(E1, E2, E3)", 0), Slip.of("of_logits", "z" + k + "/(z1 + z2 + z3)", 0)));
      gradient.add(SheetLine.of("d_z" + k, "p" + k + " - y" + k, name("logit_gradient", k), Slip.clear("sign", "y" + k + " - p" + k),
          Slip.of("no_target", "p" + k, 0)));
    }
    powers.add(SheetLine.of("S", "E1 + E2 + E3", name("sum"), Slip.of("mean_for_sum", "(E1 + E2 + E3)/3", Slip.CLEAR)));
    int target = target(givens);
    SheetLine loss = SheetLine.of("L", "-ln(p" + target + ")", name("cross_entropy"), Slip.of("one_minus", "1 - p" + target, 0),
        Slip.of("sign", "ln(p" + target + ")", Slip.CLEAR), Slip.of("largest_probability", "-ln(max(p1, p2, p3))", Slip.CLEAR))
        .withDecimals(LOSS_DECIMALS).read(TabulatedFunction.LOGARITHM, "p" + target);
    return List.of(SheetSection.list("exponentials", 2, powers), SheetSection.list("probabilities", 3, probabilities),
        SheetSection.list("loss", 2, List.of(loss)), SheetSection.list("backward", 3, gradient));
  }

  @Override
  public List<SheetPicture> pictures(Map<String, Double> givens) {
    return List.of(new SheetPicture.Grid(Message.of("worksheet.logits"),
        List.of(HumaneNumbers.literal("1"), HumaneNumbers.literal("2"), HumaneNumbers.literal("3")),
        List.of(Message.of("worksheet.row.logit"), Message.of("worksheet.row.target")),
        List.of(LOGITS, List.of("y1", "y2", "y3"))));
  }

  @Override
  public List<FunctionTable> tables() {
    return List.of(FunctionTable.exponentials(), FunctionTable.logarithms());
  }
}
