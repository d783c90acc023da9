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

/** Hides the numbers that are to be predicted, wherever they stand: which they are is read from the engine first. */
final class LessonVeil {
  private static final double MOST_COMMON = 100;

  private final Veil veil;
  private final LessonReadings readings;
  private final Consumer<Boolean> hidePad;
  private final Consumer<Set<LessonView>> cover;
  private long asked;

  /** @param cover hears of the pages that show nothing: their pictures and counts tell more than a number that is written as "?" */
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

  /** @param hidden what is to be predicted; none for all to be seen */
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
    }, () -> {}); // all stays hidden
  }

  /** Whoever sees the counts of a part, or a map, knows what is asked of it; folds are read one by one, and their numbers are hidden. */
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

  /** The nodes of whose outputs something is to be predicted. */
  private static Set<String> outputs(List<CheckedQuantity> quantities) {
    Set<String> nodes = new HashSet<>();
    quantities.stream().filter(one -> one.subject() == CheckedQuantity.Subject.NODE && one.name().equals("out"))
        .forEach(one -> nodes.add(one.node()));
    return nodes;
  }

  /** A small whole number stands everywhere: to hide it says more than it hides. */
  private static boolean isCommon(double value) {
    return value == Math.rint(value) && Math.abs(value) < MOST_COMMON;
  }
}
