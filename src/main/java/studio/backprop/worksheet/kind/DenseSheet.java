package studio.backprop.worksheet.kind;

import static studio.backprop.worksheet.kind.HumaneNumbers.name;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import studio.backprop.worksheet.FunctionTable;
import studio.backprop.worksheet.SheetKind;
import studio.backprop.worksheet.SheetLine;
import studio.backprop.worksheet.SheetPicture;
import studio.backprop.worksheet.SheetRule;
import studio.backprop.worksheet.SheetSection;
import studio.backprop.worksheet.Slip;
import studio.backprop.worksheet.TabulatedFunction;

/**
 * Two inputs, two hidden units, a linear output, and the squared error without ½, as in the program: forward pass, or a whole training
 * step.
 */
final class DenseSheet implements SheetKind {
  /** Hidden activation. */
  enum Hidden {
    RELU,
    /** ReLU, with one dead unit for this example. */
    DEAD,
    SIGMOID
  }

  private static final double RATE = 0.05;
  private static final double TARGET = 1;
  /** Not 1, which would hide a forgotten input. */
  private static final double[] INPUTS = {0.5, 2, 3};
  private static final double LEAST_GRADIENT = 0.01;
  /** So that the loss does not round to 0. */
  private static final double LEAST_LOSS = 0.0005;
  private static final List<String> WEIGHTS = List.of("w11", "w12", "w21", "w22", "v1", "v2");
  private static final List<String> GRADIENTS = List.of("d_v1", "d_v2", "d_w11", "d_w12", "d_w21", "d_w22");

  private final String id;
  private final String letters;
  private final boolean backward;
  private final Hidden hidden;

  DenseSheet(String id, String letters, boolean backward, Hidden hidden) {
    this.id = id;
    this.letters = letters;
    this.backward = backward;
    this.hidden = hidden;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String letters() {
    return letters;
  }

  @Override
  public Map<String, Double> draw(Random random) {
    Map<String, Double> givens = new LinkedHashMap<>();
    WEIGHTS.forEach(weight -> givens.put(weight, HumaneNumbers.tenth(random, 2, 9)));
    givens.put("b1", HumaneNumbers.between(random, 1, 5) / 10.0);
    givens.put("b2", HumaneNumbers.between(random, 1, 5) / 10.0);
    givens.put("c", HumaneNumbers.tenth(random, 1, 5));
    givens.put("x1", HumaneNumbers.of(random, INPUTS));
    givens.put("x2", HumaneNumbers.of(random, INPUTS));
    givens.put("t", TARGET);
    if (backward) {
      givens.put("eta", RATE);
    }
    return givens;
  }

  @Override
  public List<SheetRule> rules() {
    List<SheetRule> rules = new ArrayList<>(List.of(
        SheetRule.of("inputs", values -> values.applyAsDouble("x1") != values.applyAsDouble("x2")),
        SheetRule.of("sizes", values -> HumaneNumbers.differInSize(values, WEIGHTS))));
    rules.add(switch (hidden) {
      case RELU -> SheetRule.of("awake", values -> awake(values, "z1") && awake(values, "z2"));
      case DEAD -> SheetRule.of("one_dead", values -> awake(values, "z1") && asleep(values, "z2")
          || asleep(values, "z1") && awake(values, "z2"));
      case SIGMOID -> SheetRule.of("table_rows", values -> inTable(values, "z1") && inTable(values, "z2")
          && HumaneNumbers.size(values, "z1") != HumaneNumbers.size(values, "z2"));
    });
    rules.add(SheetRule.of("error", values -> HumaneNumbers.size(values, "e") >= 0.1 && HumaneNumbers.size(values, "e") <= 2));
    if (backward) {
      rules.add(SheetRule.of("gradients", values -> GRADIENTS.stream()
          .allMatch(name -> HumaneNumbers.size(values, name) >= LEAST_GRADIENT
              || hidden == Hidden.DEAD && values.applyAsDouble(name) == 0)));
      rules.add(SheetRule.of("still_awake", values -> hidden == Hidden.SIGMOID || stays(values, 1) && stays(values, 2)));
      rules.add(SheetRule.of("smaller_loss", values -> values.applyAsDouble("L_n") >= LEAST_LOSS
          && values.applyAsDouble("L_n") < values.applyAsDouble("L")));
    }
    return rules;
  }

  /** Whether a unit remains active, or dead, after the step. */
  private static boolean stays(ToDoubleFunction<String> values, int unit) {
    return asleep(values, "z" + unit) || values.applyAsDouble("h" + unit + "_n") >= 0.2 - 1e-9;
  }

  private static boolean awake(ToDoubleFunction<String> values, String name) {
    double z = values.applyAsDouble(name);
    return z >= 0.2 - 1e-9 && z <= 3;
  }

  private static boolean asleep(ToDoubleFunction<String> values, String name) {
    double z = values.applyAsDouble(name);
    return z <= -0.2 + 1e-9 && z >= -3;
  }

  /** Whether the printed table contains the argument. */
  private static boolean inTable(ToDoubleFunction<String> values, String name) {
    double z = values.applyAsDouble(name);
    return Math.abs(z) >= 0.2 - 1e-9 && Math.abs(z) <= 1.5 + 1e-9 && Math.abs(z * 10 - Math.rint(z * 10)) < 1e-6;
  }

  @Override
  public List<SheetSection> sections(Map<String, Double> givens) {
    List<SheetSection> sections = new ArrayList<>();
    sections.add(SheetSection.list("forward", 2, forward()));
    if (backward) {
      DenseBackwardLines lines = new DenseBackwardLines(hidden, dead(givens));
      sections.add(SheetSection.list("backward", 3, lines.outputs()));
      sections.add(SheetSection.further(2, lines.hidden()));
      sections.add(SheetSection.list("update", 3, lines.update()));
      sections.add(SheetSection.list("check", 2, after()));
    }
    return sections;
  }

  /** Number of the dead unit, or 0. */
  private int dead(Map<String, Double> givens) {
    if (hidden == Hidden.DEAD) {
      for (int unit = 1; unit <= 2; unit++) {
        if (SheetLine.of("z", z(unit), name("o")).formula().value(givens::get) <= 0) {
          return unit;
        }
      }
    }
    return 0;
  }

  private static String z(int unit) {
    return "w" + unit + "1*x1 + w" + unit + "2*x2 + b" + unit;
  }

  private String activation(String of) {
    return (hidden == Hidden.SIGMOID ? "sigmoid(" : "relu(") + of + ")";
  }

  private List<SheetLine> forward() {
    List<SheetLine> lines = new ArrayList<>();
    for (int unit = 1; unit <= 2; unit++) {
      lines.add(SheetLine.of("z" + unit, z(unit), name("z", unit), Slip.clear("no_bias", "w" + unit + "1*x1 + w" + unit + "2*x2"),
          Slip.clear("columns", "w1" + unit + "*x1 + w2" + unit + "*x2 + b" + unit)));
    }
    for (int unit = 1; unit <= 2; unit++) {
      Slip slip = hidden == Hidden.SIGMOID ? Slip.clear("tanh_for_sigmoid", "tanh(z" + unit + ")") : Slip.of("no_relu", "z" + unit, 0);
      lines.add(SheetLine.of("h" + unit, activation("z" + unit), name("h", unit), slip));
    }
    lines.add(SheetLine.of("o", "v1*h1 + v2*h2 + c", name("o"), Slip.clear("no_bias", "v1*h1 + v2*h2"),
        Slip.clear("weights_swapped", "v2*h1 + v1*h2 + c")));
    lines.add(SheetLine.of("e", "o - t", name("e"), Slip.clear("sign", "t - o")));
    lines.add(SheetLine.of("L", "e^2", name("L"), Slip.of("half", "e^2/2", Slip.FINE), Slip.of("not_squared", "e", Slip.FINE)));
    return lines;
  }

  private List<SheetLine> after() {
    List<SheetLine> lines = new ArrayList<>();
    for (int unit = 1; unit <= 2; unit++) {
      String sum = "w" + unit + "1_n*x1 + w" + unit + "2_n*x2";
      SheetLine output = SheetLine.of("h" + unit + "_n", activation(sum + " + b" + unit + "_n"), name("after.h", unit),
          Slip.of("no_bias", activation(sum), 0));
      lines.add(hidden == Hidden.SIGMOID ? output.read(TabulatedFunction.SIGMOID, sum + " + b" + unit + "_n") : output);
    }
    lines.add(SheetLine.of("o_n", "v1_n*h1_n + v2_n*h2_n + c_n", name("after.o"), Slip.clear("no_bias", "v1_n*h1_n + v2_n*h2_n"),
        Slip.of("old_outputs", "v1_n*h1 + v2_n*h2 + c_n", 0)));
    lines.add(SheetLine.of("L_n", "(o_n - t)^2", name("after.L"), Slip.of("half", "(o_n - t)^2/2", 0)));
    return lines;
  }

  @Override
  public List<SheetPicture> pictures(Map<String, Double> givens) {
    List<SheetPicture> pictures = new ArrayList<>();
    pictures.add(new SheetPicture.Net(hidden == Hidden.SIGMOID ? "σ" : "ReLU"));
    pictures.add(new SheetPicture.Values(backward ? List.of("t", "eta") : List.of("t")));
    return pictures;
  }

  @Override
  public List<FunctionTable> tables() {
    return hidden == Hidden.SIGMOID ? List.of(FunctionTable.sigmoid()) : List.of();
  }
}
