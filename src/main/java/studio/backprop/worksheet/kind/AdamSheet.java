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

/** Two steps of Adam on one weight; ε is negligible. */
final class AdamSheet implements SheetKind {
  private static final int SQUARES = 8;
  private static final double LEAST_MEAN = 0.005;

  @Override
  public String id() {
    return "adam-two-steps";
  }

  @Override
  public String letters() {
    return "AD";
  }

  @Override
  public Map<String, Double> draw(Random random) {
    Map<String, Double> givens = new LinkedHashMap<>();
    givens.put("w0", 1.0);
    givens.put("g1", HumaneNumbers.tenth(random, 1, 8));
    givens.put("g2", HumaneNumbers.tenth(random, 1, 8));
    givens.put("eta", 0.1);
    givens.put("beta1", 0.9);
    givens.put("beta2", 0.999);
    return givens;
  }

  @Override
  public List<SheetRule> rules() {
    return List.of(
        SheetRule.of("signs", values -> values.applyAsDouble("g1") * values.applyAsDouble("g2") < 0
            && HumaneNumbers.size(values, "g1") != HumaneNumbers.size(values, "g2")),
        SheetRule.of("mean", values -> HumaneNumbers.size(values, "m2") > LEAST_MEAN));
  }

  @Override
  public List<SheetSection> sections(Map<String, Double> givens) {
    return List.of(SheetSection.list("step_1", 2, step(1)), SheetSection.list("step_2", 2, step(2)));
  }

  private static List<SheetLine> step(int step) {
    String g = "g" + step;
    String m = step == 1 ? "" : "beta1*m1 + ";
    String v = step == 1 ? "" : "beta2*v1 + ";
    String power = step == 1 ? "" : "^2";
    List<SheetLine> lines = new ArrayList<>();
    lines.add(SheetLine.of("m" + step, m + "(1 - beta1)*" + g, name("mean", step), Slip.of("no_one_minus", m + g, Slip.CLEAR),
        Slip.of("other_beta", m + "(1 - beta2)*" + g, 0)));
    lines.add(SheetLine.of("v" + step, v + "(1 - beta2)*" + g + "^2", name("square", step),
        Slip.of("not_squared", v + "(1 - beta2)*" + g, 0), Slip.of("other_beta", v + "(1 - beta1)*" + g + "^2", 0)).withDecimals(SQUARES));
    lines.add(SheetLine.of("hat_m" + step, "m" + step + "/(1 - beta1" + power + ")", name("corrected_mean", step),
        Slip.of("no_correction", "m" + step, 0), Slip.of("correction_of_step_1", "m" + step + "/(1 - beta1)", 0)));
    lines.add(SheetLine.of("hat_v" + step, "v" + step + "/(1 - beta2" + power + ")", name("corrected_square", step),
        Slip.of("no_correction", "v" + step, 0), Slip.of("correction_of_step_1", "v" + step + "/(1 - beta2)", 0)));
    lines.add(SheetLine.of("r" + step, "sqrt(hat_v" + step + ")", name("root", step), Slip.of("no_root", "hat_v" + step, 0))
        .read(TabulatedFunction.ROOT, "hat_v" + step));
    lines.add(SheetLine.of("s" + step, "-eta*hat_m" + step + "/r" + step, name("adam_move", step),
        Slip.of("uphill", "eta*hat_m" + step + "/r" + step, Slip.FINE), Slip.of("plain_step", "-eta*" + g, 0)));
    lines.add(SheetLine.of("w" + step, "w" + (step - 1) + " + s" + step, name("adam_w", step),
        Slip.of("uphill", "w" + (step - 1) + " - s" + step, Slip.FINE)));
    return lines;
  }

  @Override
  public List<SheetPicture> pictures(Map<String, Double> givens) {
    return List.of(new SheetPicture.Values(List.of("w0", "g1", "g2", "eta", "beta1", "beta2")),
        new SheetPicture.Sentence(Message.of("worksheet.adam-two-steps.rule")));
  }

  @Override
  public List<FunctionTable> tables() {
    return List.of(FunctionTable.roots());
  }
}
