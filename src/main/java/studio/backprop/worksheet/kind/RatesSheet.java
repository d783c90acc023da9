package studio.backprop.worksheet.kind;

import static studio.backprop.worksheet.kind.HumaneNumbers.name;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import studio.backprop.text.Message;
import studio.backprop.worksheet.OpenQuestion;
import studio.backprop.worksheet.SheetKind;
import studio.backprop.worksheet.SheetLine;
import studio.backprop.worksheet.SheetNumber;
import studio.backprop.worksheet.SheetPicture;
import studio.backprop.worksheet.SheetRule;
import studio.backprop.worksheet.SheetSection;
import studio.backprop.worksheet.Slip;

/** One weight learns y = a·x from two examples, two steps each with three learning rates: too small, large, and too large. */
final class RatesSheet implements SheetKind {
  /** Pairs with a mean of x² of 2.5, 5 or 10, which keeps all numbers short. */
  private static final double[][] PAIRS = {{1, 2}, {2, 1}, {1, 3}, {3, 1}, {2, 4}, {4, 2}};
  private static final int RATES = 3;

  @Override
  public String id() {
    return "rate-steps";
  }

  @Override
  public String letters() {
    return "RS";
  }

  @Override
  public Map<String, Double> draw(Random random) {
    Map<String, Double> givens = new LinkedHashMap<>();
    double[] pair = PAIRS[random.nextInt(PAIRS.length)];
    double slope = HumaneNumbers.of(random, -5, -4, -3, -2, 2, 3, 4, 5);
    givens.put("x1", pair[0]);
    givens.put("x2", pair[1]);
    givens.put("y1", slope * pair[0]);
    givens.put("y2", slope * pair[1]);
    givens.put("w0", 0.0);
    double curvature = pair[0] * pair[0] + pair[1] * pair[1];
    // remaining fraction of the distance after a step
    double[] left = {HumaneNumbers.of(random, 0.5, 0.6, 0.8), HumaneNumbers.of(random, -0.6, -0.5, -0.4, -0.2),
        HumaneNumbers.of(random, -2, -1.5, -1.2)};
    for (int rate = 1; rate <= RATES; rate++) {
      givens.put("eta" + rate, Math.rint((1 - left[rate - 1]) / curvature * 1e6) / 1e6);
    }
    return givens;
  }

  @Override
  public List<SheetRule> rules() {
    return List.of(SheetRule.of("sizes", values -> values.applyAsDouble("x1") != values.applyAsDouble("x2")),
        SheetRule.of("short_rates", values -> {
          for (int rate = 1; rate <= RATES; rate++) {
            double thousandths = values.applyAsDouble("eta" + rate) * 1000;
            if (Math.abs(thousandths - Math.rint(thousandths)) > 1e-6) {
              return false;
            }
          }
          return true;
        }));
  }

  @Override
  public List<SheetSection> sections(Map<String, Double> givens) {
    List<SheetLine> lines = new ArrayList<>();
    List<Message> rows = new ArrayList<>();
    for (int rate = 1; rate <= RATES; rate++) {
      for (int step = 1; step <= 2; step++) {
        rows.add(Message.of("worksheet.rate_step", SheetNumber.shortest(givens.get("eta" + rate), 4), String.valueOf(step)));
        lines.addAll(step(rate, step));
      }
    }
    List<Message> heads = List.of(Message.of("worksheet.head.slope"), Message.of("worksheet.head.move"), Message.of("worksheet.head.w"),
        Message.of("worksheet.head.L"));
    return List.of(SheetSection.table("rates", heads, rows, lines));
  }

  private static List<SheetLine> step(int rate, int step) {
    String at = "." + "abc".charAt(rate - 1) + step;
    String before = step == 1 ? "w0" : "w." + "abc".charAt(rate - 1) + 1;
    String sum = "((" + before + "*x1 - y1)*x1 + (" + before + "*x2 - y2)*x2)";
    String w = "w" + at;
    String squares = "((" + w + "*x1 - y1)^2 + (" + w + "*x2 - y2)^2)";
    return Stream.of(
        SheetLine.of("s" + at, "2*" + sum + "/2", name("slope", step, rate), Slip.clear("no_two", sum + "/2"),
            Slip.clear("not_averaged", "2*" + sum)),
        SheetLine.of("m" + at, "-eta" + rate + "*s" + at, name("move", step, rate), Slip.clear("uphill", "eta" + rate + "*s" + at)),
        SheetLine.of(w, before + " + m" + at, name("w", step, rate), Slip.clear("uphill", before + " - m" + at)),
        SheetLine.of("L" + at, squares + "/2", name("L_after", step, rate), Slip.of("not_averaged", squares, Slip.CLEAR),
            Slip.of("not_squared", "((" + w + "*x1 - y1) + (" + w + "*x2 - y2))/2", 0))).map(SheetLine::withAllPlaces).toList();
  }

  @Override
  public List<SheetPicture> pictures(Map<String, Double> givens) {
    return List.of(new SheetPicture.Values(List.of("x1", "y1", "x2", "y2", "w0")), new SheetPicture.Sentence(
        Message.of("worksheet.rate-steps.rule")));
  }

  @Override
  public Optional<OpenQuestion> question(ToDoubleFunction<String> values) {
    double x1 = values.applyAsDouble("x1");
    double x2 = values.applyAsDouble("x2");
    double curvature = x1 * x1 + x2 * x2;
    double best = values.applyAsDouble("y1") / x1;
    return Optional.of(OpenQuestion.of(id(), SheetNumber.shortest(1 / curvature, 4), SheetNumber.shortest(2 / curvature, 4),
        SheetNumber.shortest(best, 4), SheetNumber.shortest(2 * best, 4)));
  }
}
