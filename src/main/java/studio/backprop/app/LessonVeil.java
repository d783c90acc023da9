package studio.backprop.app;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import studio.backprop.lesson.check.CheckedQuantity;
import studio.backprop.lesson.check.Expression;
import studio.backprop.lesson.check.LessonView;
import studio.backprop.ui.kit.Veil;

/** Hides the numbers to be predicted, after reading them from the engine. */
final class LessonVeil {
  private static final double MOST_COMMON = 100;

  private final Veil veil;
  private final LessonReadings readings;
  private final Consumer<Boolean> hidePad;
  private final Consumer<Set<LessonView>> cover;
  private long asked;

  /** @param cover receives the pages without content, since pictures and counts reveal more than a number written as "?" */
  LessonVeil(Veil veil, LessonReadings readings, Consumer<Boolean> hidePad, Consumer<Set<LessonView>> cover) {
    this.cover = cover;
    this.veil = veil;
    this.readings = readings;
    this.hidePad = hidePad;
  }

  void hideAll() {
    asked++;
    cover.accept(EnumSet.of(LessonView.METRICS, LessonView.FEATURES, LessonView.EMBEDDING, LessonView.EXPLAIN,
        LessonView.SEARCH));
    veil.hideAll();
  }

  /** @param hidden to be predicted; empty to show everything */
  void hide(List<Expression> hidden) {
    List<CheckedQuantity> quantities = new ArrayList<>();
    hidden.forEach(sum -> sum.each(quantities::add));
    long mine = ++asked;
    hidePad.accept(quantities.stream().anyMatch(one -> one.subject() == CheckedQuantity.Subject.PAD));
    cover.accept(covered(quantities));
    if (hidden.isEmpty()) {
      veil.hide();
      return;
    }
    Set<String> outputs = outputs(quantities);
    readings.read(facts -> hidden.stream().mapToDouble(sum -> sum.value(facts, true))
        .filter(value -> outputs.isEmpty() || !isCommon(value)).toArray(), values -> {
      if (asked == mine) {
        veil.hide(outputs, values);
      }
    }, () -> {}); // everything stays hidden
  }

  /** Counts of a part or a map reveal the answer; folds are hidden number by number. */
  private static Set<LessonView> covered(List<CheckedQuantity> quantities) {
    Set<LessonView> pages = EnumSet.noneOf(LessonView.class);
    for (CheckedQuantity one : quantities) {
      switch (one.subject()) {
        case TRAIN, VALID, TEST, EPOCH, METRICS -> pages.addAll(List.of(LessonView.METRICS, LessonView.FEATURES, LessonView.EMBEDDING));
        case EXPLAIN -> pages.add(LessonView.EXPLAIN);
        case SEARCH -> pages.add(LessonView.SEARCH);
        default -> { }
      }
    }
    return pages;
  }

  /** Nodes whose outputs are to be predicted. */
  private static Set<String> outputs(List<CheckedQuantity> quantities) {
    Set<String> nodes = new HashSet<>();
    quantities.stream().filter(one -> one.subject() == CheckedQuantity.Subject.NODE && one.name().equals("out"))
        .forEach(one -> nodes.add(one.node()));
    return nodes;
  }

  /** Small integers are everywhere: hiding one would reveal more. */
  private static boolean isCommon(double value) {
    return value == Math.rint(value) && Math.abs(value) < MOST_COMMON;
  }
}
