package studio.backprop.worksheet.kind;

import static studio.backprop.worksheet.kind.HumaneNumbers.name;

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

/** Accuracy, precision, recall and F1 of a hundred cases. */
final class ConfusionSheet implements SheetKind {
  private static final int CASES = 100;
  private static final double MIN_DIFFERENCE = 0.1;

  @Override
  public String id() {
    return "confusion";
  }

  @Override
  public String letters() {
    return "CM";
  }

  @Override
  public Map<String, Double> draw(Random random) {
    Map<String, Double> givens = new LinkedHashMap<>();
    double hits = HumaneNumbers.between(random, 2, 30);
    double alarms = HumaneNumbers.between(random, 2, 30);
    double misses = HumaneNumbers.between(random, 2, 30);
    givens.put("TP", hits);
    givens.put("FN", misses);
    givens.put("FP", alarms);
    givens.put("TN", CASES - hits - alarms - misses);
    return givens;
  }

  @Override
  public List<SheetRule> rules() {
    return List.of(SheetRule.of("cases", values -> values.applyAsDouble("TN") >= 2),
        SheetRule.of("exact", values -> Stream.of("P", "R").mapToDouble(name -> values.applyAsDouble(name) * 100)
            .allMatch(percent -> Math.abs(percent - Math.rint(percent)) < 1e-9)),
        SheetRule.of("apart", values -> Math.abs(values.applyAsDouble("P") - values.applyAsDouble("R")) >= MIN_DIFFERENCE - 1e-9));
  }

  @Override
  public List<SheetSection> sections(Map<String, Double> givens) {
    return List.of(SheetSection.list("measures", 1, List.of(
        SheetLine.of("A", "(TP + TN)/(TP + FP + FN + TN)", name("accuracy"), Slip.clear("hits_only", "TP/(TP + FP + FN + TN)")),
        SheetLine.of("P", "TP/(TP + FP)", name("precision"), Slip.clear("recall_for_precision", "TP/(TP + FN)"),
            Slip.of("negatives", "TN/(TN + FP)", 0)),
        SheetLine.of("R", "TP/(TP + FN)", name("recall"), Slip.clear("precision_for_recall", "TP/(TP + FP)"),
            Slip.of("negatives", "TN/(TN + FN)", 0)),
        SheetLine.of("F1", "2*P*R/(P + R)", name("f1"), Slip.of("plain_mean", "(P + R)/2", Slip.FINE),
            Slip.of("no_two_f1", "P*R/(P + R)", Slip.CLEAR)))));
  }

  @Override
  public List<SheetPicture> pictures(Map<String, Double> givens) {
    return List.of(new SheetPicture.Grid(Message.of("worksheet.cases"),
        List.of(Message.of("worksheet.predicted.positive"), Message.of("worksheet.predicted.negative")),
        List.of(Message.of("worksheet.row.positive"), Message.of("worksheet.row.negative")),
        List.of(List.of("TP", "FN"), List.of("FP", "TN"))));
  }

  @Override
  public Optional<OpenQuestion> question(ToDoubleFunction<String> values) {
    String misses = SheetNumber.fixed(values.applyAsDouble("FN"), 0);
    String alarms = SheetNumber.fixed(values.applyAsDouble("FP"), 0);
    double negatives = values.applyAsDouble("FP") + values.applyAsDouble("TN");
    int more = Double.compare(values.applyAsDouble("FN"), values.applyAsDouble("FP"));
    return Optional.of(OpenQuestion.of(id(), misses, alarms, more,
        SheetNumber.fixed(negatives / CASES, 2), SheetNumber.fixed(negatives, 0)));
  }
}
