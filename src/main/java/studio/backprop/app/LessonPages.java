package studio.backprop.app;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.backprop.lesson.check.LessonView;
import studio.backprop.ui.evaluate.EvaluationTabs;
import studio.backprop.ui.evaluate.EvaluationTabs.Tab;
import studio.backprop.ui.evaluate.fold.FoldsModel;
import studio.backprop.ui.reason.ReasonsModel;

/**
 * The pages in place of the canvas that a step of a lesson can name. They stay open as long as the step shows them, and nothing beside
 * what it names can be opened there.
 */
final class LessonPages {
  /** The control that lets a learner train folds. */
  private static final String FOLDS = "folds";
  /** A tab of evaluation for each view; a further one is one line. */
  private static final Map<LessonView, Tab> TABS = new EnumMap<>(Map.of(
      LessonView.METRICS, Tab.METRICS,
      LessonView.FOLDS, Tab.FOLDS));

  private final EvaluationTabs tabs;
  private final FoldsModel folds;
  private final ReasonsModel reasons;
  private final PagesOverCanvas pages;

  LessonPages(MetricsRoom metrics, ReasonsRoom reasons, PagesOverCanvas pages) {
    this.tabs = metrics.tabs();
    this.folds = metrics.folds();
    this.reasons = reasons.model();
    this.pages = pages;
    tabs.fixedProperty().set(true);
    this.reasons.fixedProperty().set(true);
  }

  /**
   * Shows the pages among these views, the first tab in front unless one of them is there already.
   *
   * @param controls what the learner may use
   * @return whether any is shown
   */
  boolean show(Set<LessonView> views, List<String> controls) {
    folds.trainableProperty().set(controls.contains(FOLDS));
    List<Tab> wanted = new ArrayList<>();
    TABS.forEach((view, tab) -> {
      if (views.contains(view)) {
        wanted.add(tab);
      }
    });
    if (wanted.isEmpty()) {
      tabs.close();
    } else {
      tabs.offeredProperty().set(EnumSet.copyOf(wanted));
      if (!wanted.contains(tabs.tabProperty().get()) || !tabs.openProperty().get()) {
        tabs.tabProperty().set(wanted.get(0));
      }
      tabs.openProperty().set(true);
    }
    boolean explains = views.contains(LessonView.EXPLAIN) && wanted.isEmpty();
    reasons.openProperty().set(explains);
    return explains || !wanted.isEmpty();
  }

  /** Whether these pages show nothing, since they would tell what is to be predicted. */
  void cover(Set<LessonView> hidden) {
    pages.cover(tabs.openProperty(), hidden.contains(LessonView.METRICS));
    pages.cover(reasons.openProperty(), hidden.contains(LessonView.EXPLAIN));
  }
}
