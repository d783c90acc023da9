package studio.backprop.ui.learn.lesson;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.lesson.LessonStep;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;

/** Steps of a lesson: a bar with a segment for each and, where there is room, lines before and after the current one. */
final class StepList {
  private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");
  private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
  private static final PseudoClass SKIPPED = PseudoClass.getPseudoClass("skipped");

  private final LessonModel model;
  private final Lang lang;
  private final Hints hints;
  private final HBox segments = new HBox();
  private final VBox before = new VBox();
  private final VBox after = new VBox();
  private boolean roomy = true;

  StepList(LessonModel model, Lang lang) {
    this.model = model;
    this.lang = lang;
    this.hints = new Hints(lang);
    segments.getStyleClass().add("segments");
    for (VBox lines : List.of(before, after)) {
      lines.getStyleClass().add("steps");
      lines.managedProperty().bind(lines.visibleProperty());
    }
  }

  /** The bar before outcomes are loaded. */
  static Region bar(int steps, int now) {
    HBox bar = new HBox();
    bar.getStyleClass().add("segments");
    for (int i = 0; i < steps; i++) {
      bar.getChildren().add(segment(i == now));
    }
    return bar;
  }

  Region segments() {
    return segments;
  }

  /** Previous steps. */
  Region before() {
    return before;
  }

  /** Next steps. */
  Region after() {
    return after;
  }

  /** Whether there is room for the lines. */
  void roomy(boolean room) {
    roomy = room;
    seen();
  }

  private void seen() {
    before.setVisible(roomy && !before.getChildren().isEmpty());
    after.setVisible(roomy && !after.getChildren().isEmpty());
  }

  void refresh() {
    List<LessonStep> steps = model.lesson().steps();
    int now = model.endedProperty().get() ? steps.size() : model.stepProperty().get();
    segments.getChildren().clear();
    before.getChildren().clear();
    after.getChildren().clear();
    for (int i = 0; i < steps.size(); i++) {
      segments.getChildren().add(segment(i, now, steps.get(i)));
      if (i != now) {
        (i < now ? before : after).getChildren().add(line(i, steps.get(i)));
      }
    }
    seen();
  }

  private static Region segment(boolean now) {
    Region segment = new Region();
    segment.getStyleClass().add("segment");
    segment.pseudoClassStateChanged(NOW, now);
    HBox.setHgrow(segment, Priority.ALWAYS);
    return segment;
  }

  private Region segment(int index, int now, LessonStep step) {
    Region segment = segment(index == now);
    Optional<Outcome> outcome = model.outcome(index);
    boolean skipped = outcome.filter(Outcome::isSkipped).isPresent();
    segment.pseudoClassStateChanged(DONE, index != now && outcome.isPresent() && !skipped);
    segment.pseudoClassStateChanged(SKIPPED, index != now && skipped);
    Message became = outcome.map(StepList::said).orElse(Message.of("lesson.outcome.none"));
    hints.explain(segment, "lesson.segment", index + 1, step.heading(), became);
    return segment;
  }

  private static Message said(Outcome outcome) {
    return Message.of("lesson.outcome." + outcome.kind().name().toLowerCase(Locale.ROOT));
  }

  private HBox line(int index, LessonStep step) {
    Optional<Outcome> outcome = model.outcome(index);
    boolean skipped = outcome.filter(Outcome::isSkipped).isPresent();
    Icon sign = skipped ? Icon.CHEVRON_RIGHT : outcome.isPresent() ? Icon.OK : Icon.AHEAD;
    Label name = new Label(index + 1 + ". " + step.heading(), sign.view());
    name.getStyleClass().add(outcome.isPresent() && !skipped ? "done-step" : "step-ahead");
    name.setMinWidth(0);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label became = new Label(outcome.map(one -> lang.say(said(one))).orElse(""));
    became.getStyleClass().addAll("note", "mut");
    became.setMinWidth(Region.USE_PREF_SIZE);
    return new HBox(name, gap, became);
  }
}
