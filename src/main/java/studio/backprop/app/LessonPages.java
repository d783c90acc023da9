package studio.backprop.app;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import studio.backprop.lesson.check.LessonView;
import studio.backprop.ui.judge.evaluate.EvaluationTabs;
import studio.backprop.ui.judge.evaluate.EvaluationTabs.Tab;
import studio.backprop.ui.judge.evaluate.column.EliminationModel;
import studio.backprop.ui.judge.evaluate.fold.FoldsModel;

/** Pages in place of the canvas that a step of a lesson names. They stay open during the step; others cannot be opened. */
final class LessonPages {
  /** Control that permits training of folds. */
  private static final String FOLDS = "folds";
  /** Control that permits backward elimination of columns. */
  private static final String ELIMINATION = "elimination";
  /** Control that permits a search. */
  private static final String SEARCH = "search";
  /** Evaluation tabs by view; a new one is one line here. */
  private static final Map<LessonView, Tab> TABS = new EnumMap<>(Map.of(
      LessonView.METRICS, Tab.METRICS,
      LessonView.FOLDS, Tab.FOLDS,
      LessonView.FEATURES, Tab.FEATURES));

  private final EvaluationTabs tabs;
  private final FoldsModel folds;
  private final EliminationModel elimination;
  private final ComparisonRoom comparison;
  private final PagesOverCanvas pages;
  /** Whether each page that is no tab is open. */
  private final Map<LessonView, BooleanProperty> single;

  LessonPages(MetricsRoom metrics, ReasonsRoom reasons, EmbeddingRoom embedding, ComparisonRoom comparison,
      PagesOverCanvas pages) {
    this.tabs = metrics.tabs();
    this.folds = metrics.folds();
    this.elimination = metrics.features().elimination();
    this.comparison = comparison;
    this.pages = pages;
    this.single = new EnumMap<>(Map.of(
        LessonView.EXPLAIN, reasons.model().openProperty(),
        LessonView.EMBEDDING, embedding.model().openProperty(),
        LessonView.SEARCH, comparison.searchAlone()));
    tabs.fixedProperty().set(true);
    reasons.model().fixedProperty().set(true);
    embedding.model().fixedProperty().set(true);
  }

  /**
   * Opens the pages among these views, with the first tab in front unless one already is; true if any is open. {@code controls} are those
   * available to the learner.
   */
  boolean show(Set<LessonView> views, List<String> controls) {
    folds.trainableProperty().set(controls.contains(FOLDS));
    elimination.trainableProperty().set(controls.contains(ELIMINATION));
    comparison.search().played().playableProperty().set(controls.contains(SEARCH));
    folds.warnedProperty().set(views.contains(LessonView.LEAKS));
    List<Tab> wanted = new ArrayList<>();
    TABS.forEach((view, tab) -> {
      if (views.contains(view)) {
        wanted.add(tab);
      }
    });
    if (wanted.isEmpty()) {
      tabs.leave();
    } else {
      tabs.offeredProperty().set(EnumSet.copyOf(wanted));
      if (!wanted.contains(tabs.tabProperty().get()) || !tabs.openProperty().get()) {
        tabs.tabProperty().set(wanted.get(0));
      }
      tabs.openProperty().set(true);
    }
    boolean any = !wanted.isEmpty();
    for (Map.Entry<LessonView, BooleanProperty> page : single.entrySet()) {
      boolean now = !any && views.contains(page.getKey()); // only one page fits in place of the canvas
      page.getValue().set(now);
      any |= now;
    }
    return any;
  }

  /** Hides the content of these pages, which would reveal a prediction. */
  void cover(Set<LessonView> hidden) {
    pages.cover(tabs.openProperty(), hidden.stream().anyMatch(TABS::containsKey));
    single.forEach((view, open) -> pages.cover(open, hidden.contains(view)));
  }
}
