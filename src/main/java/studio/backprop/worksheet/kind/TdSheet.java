package studio.backprop.worksheet.kind;

import static studio.backprop.worksheet.kind.HumaneNumbers.name;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import studio.backprop.text.Message;
import studio.backprop.worksheet.SheetKind;
import studio.backprop.worksheet.SheetLine;
import studio.backprop.worksheet.SheetPicture;
import studio.backprop.worksheet.SheetRule;
import studio.backprop.worksheet.SheetSection;
import studio.backprop.worksheet.Slip;

/** Three updates of Q-learning: from square 1 to square 2, from there to the goal, and the first step again. Watkins 1989. */
final class TdSheet implements SheetKind {
  private static final double LEAST_ERROR = 0.2;

  @Override
  public String id() {
    return "td-updates";
  }

  @Override
  public String letters() {
    return "TD";
  }

  @Override
  public Map<String, Double> draw(Random random) {
    Map<String, Double> givens = new LinkedHashMap<>();
    givens.put("Q1", HumaneNumbers.between(random, 2, 30) / 10.0);
    givens.put("Q2", HumaneNumbers.between(random, 2, 30) / 10.0);
    givens.put("U2", HumaneNumbers.between(random, 2, 30) / 10.0);
    givens.put("r1", -(double) HumaneNumbers.between(random, 1, 2));
    givens.put("r2", (double) HumaneNumbers.between(random, 5, 12));
    givens.put("gamma", HumaneNumbers.of(random, 0.5, 0.8, 0.9));
    givens.put("alpha", HumaneNumbers.of(random, 0.1, 0.2, 0.5));
    return givens;
  }

  @Override
  public List<SheetRule> rules() {
    return List.of(
        SheetRule.of("numbers", values -> HumaneNumbers.differInSize(values, List.of("Q1", "Q2", "U2", "r1", "r2", "gamma", "alpha"))),
        SheetRule.of("errors", values -> List.of("delta1", "delta2", "delta3").stream()
            .allMatch(error -> HumaneNumbers.size(values, error) >= LEAST_ERROR)));
  }

  @Override
  public List<SheetSection> sections(Map<String, Double> givens) {
    String best = "max(Q2, U2)";
    String later = "max(Q2_n, U2)";
    return List.of(
        SheetSection.list("td_1", 2, List.of(
            SheetLine.of("y1", "r1 + gamma*" + best, name("td_target", 1), Slip.clear("no_discount", "r1 + " + best),
                Slip.clear("no_reward", "gamma*" + best), Slip.clear("smallest", "r1 + gamma*min(Q2, U2)")),
            error(1, "Q1"), value("Q1_n", "Q1", 1))),
        SheetSection.list("td_2", 2, List.of(
            SheetLine.of("y2", "r2", name("td_target", 2), Slip.clear("after_end", "r2 + gamma*" + best)),
            error(2, "Q2"), value("Q2_n", "Q2", 2))),
        SheetSection.list("td_3", 2, List.of(
            SheetLine.of("y3", "r1 + gamma*" + later, name("td_target", 3), Slip.of("old_value", "r1 + gamma*" + best, 0),
                Slip.clear("no_discount", "r1 + " + later)),
            error(3, "Q1_n"), value("q1", "Q1_n", 3))));
  }

  private static SheetLine error(int step, String value) {
    return SheetLine.of("delta" + step, "y" + step + " - " + value, name("td_error", step), Slip.clear("sign", value + " - y" + step));
  }

  private static SheetLine value(String renewed, String value, int step) {
    return SheetLine.of(renewed, value + " + alpha*delta" + step, name("td_value", step), Slip.clear("no_rate", value + " + delta" + step),
        Slip.clear("sign", value + " - alpha*delta" + step));
  }

  @Override
  public List<SheetPicture> pictures(Map<String, Double> givens) {
    return List.of(new SheetPicture.Values(List.of("Q1", "Q2", "U2", "r1", "r2", "gamma", "alpha")),
        new SheetPicture.Sentence(Message.of("worksheet.td-updates.rule")));
  }
}
