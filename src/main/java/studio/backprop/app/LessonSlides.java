package studio.backprop.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import studio.backprop.lesson.Directive.Explain;
import studio.backprop.ui.learn.lesson.LessonModel;
import studio.backprop.ui.learn.lesson.LessonPane;
import studio.backprop.ui.learn.lesson.Phase;
import studio.backprop.ui.window.presenter.PresenterView;

/** Slides of a step in a presentation: text with question, main view, after the reveal or solution the other views, finally the reply. */
final class LessonSlides {
  private final LessonModel model;
  private final LessonPane pane;
  private final PresenterView presenter;
  private final Supplier<List<Integer>> views;

  /** @param views indices of the step's exhibits: text first, then the main view */
  LessonSlides(LessonModel model, LessonPane pane, PresenterView presenter, Supplier<List<Integer>> views) {
    this.model = model;
    this.pane = pane;
    this.presenter = presenter;
    this.views = views;
    pane.turning().by(() -> turn(1), () -> turn(-1));
    presenter.viewProperty().subscribe(this::follow);
    model.phaseProperty().subscribe(this::enter);
    model.endedProperty().subscribe(this::enter);
  }

  /** The presentation begins. */
  void begin() {
    offer();
    presenter.show(LessonStage.TEXT);
    enter();
  }

  /** The presentation ends: the controls below the views return to the text. */
  void end() {
    presenter.showUnder(Optional.empty());
    pane.takeWeightsBack();
    pane.turning().knows(false);
  }

  /** The step's views have changed. */
  void offer() {
    List<Integer> offered = all();
    presenter.offer(offered);
    if (model.presentedProperty().get() && !offered.contains(presenter.viewProperty().get())) {
      presenter.show(LessonStage.TEXT);
    }
    follow();
  }

  /** A step begins with its text; a reveal is shown in its main view. */
  private void enter() {
    if (!model.presentedProperty().get()) {
      return;
    }
    Phase phase = model.phase();
    if (model.endedProperty().get()) {
      offer();
      presenter.show(LessonStage.TEXT);
    } else if (phase == Phase.PREPARING || phase == Phase.DONE && asksInText()) {
      presenter.show(LessonStage.TEXT);
    } else if (phase == Phase.REVEALING) {
      views.get().stream().skip(1).findFirst().filter(main -> presenter.viewProperty().get() == LessonStage.TEXT)
          .ifPresent(presenter::show);
    }
    follow();
  }

  /** After the end only the text. */
  private List<Integer> all() {
    return model.endedProperty().get() ? List.of(LessonStage.TEXT) : views.get();
  }

  /** Remaining slides. */
  private List<Integer> order() {
    List<Integer> all = all();
    return switch (model.phase()) {
      case ASKING -> all.subList(0, asksInText() && model.current().show().isEmpty() ? 1 : Math.min(2, all.size()));
      case READING -> all;
      case DONE -> asksInText() ? all.subList(0, 1) : Stream.concat(all.stream().skip(1), all.stream().limit(1)).toList();
      default -> List.of();
    };
  }

  /** A question about a reason has only the correct choice and its reply to reveal. */
  private boolean asksInText() {
    return model.current().asking().orElse(null) instanceof Explain;
  }

  private Optional<Integer> beside(int way) {
    List<Integer> order = order();
    int now = order.indexOf(presenter.viewProperty().get());
    return now < 0 || now + way < 0 || now + way >= order.size() ? Optional.empty() : Optional.of(order.get(now + way));
  }

  /** @return whether there was another slide */
  private boolean turn(int way) {
    Optional<Integer> next = beside(way);
    next.ifPresent(presenter::show);
    return next.isPresent();
  }

  private void follow() {
    if (model.presentedProperty().get()) {
      boolean text = presenter.viewProperty().get() == LessonStage.TEXT;
      presenter.showUnder(text ? Optional.empty() : Optional.of(pane.lendWeights()));
      if (text) {
        pane.takeWeightsBack();
      }
      pane.turning().knows(beside(1).isPresent());
    }
  }
}
