package studio.backprop.ui.learn.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.backprop.lesson.Directive.Predict;
import studio.backprop.lesson.Directive.PredictNumber;
import studio.backprop.lesson.Directive.Reveal;
import studio.backprop.lesson.Directive.Show;
import studio.backprop.lesson.Directive.Task;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.LessonStep;
import studio.backprop.lesson.check.CheckedQuantity;
import studio.backprop.lesson.check.Expression;
import studio.backprop.lesson.check.LessonView;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.lesson.read.LessonText;

/** Effects of the steps of a lesson on the project and the view, and values hidden until the reveal. */
record StepPlan(Lesson lesson) {
  /** Commands of the initial project and of all steps before this one. */
  List<LessonCommand> upTo(int index) {
    List<LessonCommand> commands = new ArrayList<>();
    commands.add(lesson.opens());
    for (LessonStep before : lesson.steps().subList(0, index)) {
      commands.addAll(before.setUp());
      commands.addAll(effect(before));
    }
    return commands;
  }

  /** Effect of a step after its setup, when skipped. */
  static List<LessonCommand> effect(LessonStep step) {
    List<LessonCommand> all = new ArrayList<>();
    step.reveal().ifPresent(reveal -> all.addAll(reveal.commands()));
    if (step.asking().orElse(null) instanceof Task task) {
      all.addAll(task.solve());
    }
    return all;
  }

  /** Inherited from the previous step where not given; the first shows everything. A finished comparison is no longer shown. */
  Show shown(int index) {
    for (int i = index; i >= 0; i--) {
      Optional<Show> show = lesson.steps().get(i).show();
      if (show.isPresent() && (i == index || !show.get().views().contains(LessonView.TWINS.id()) || compares(index))) {
        return show.get();
      }
    }
    return Show.ALL;
  }

  /** View after the prediction, including what the reveal opens. */
  Show afterwards(int index) {
    Show show = shown(index);
    List<String> views = new ArrayList<>(show.views());
    lesson.steps().get(index).reveal().stream().flatMap(reveal -> reveal.commands().stream())
        .filter(LessonCommand.OpenView.class::isInstance).map(LessonCommand.OpenView.class::cast)
        .map(opened -> (opened.view().id() + " " + opened.node()).strip()).filter(view -> !views.contains(view)).forEach(views::add);
    return show.views().isEmpty() ? show : new Show(List.copyOf(views), show.controls(), show.nodes());
  }

  /** Whether a step has variants: its own, or those of a previous step of the same project. */
  private boolean compares(int index) {
    List<LessonCommand> all = new ArrayList<>(upTo(index));
    all.addAll(lesson.steps().get(index).setUp());
    boolean lanes = false;
    for (LessonCommand command : all) {
      boolean other = command instanceof LessonCommand.Opening;
      lanes = !other && (lanes || command instanceof LessonCommand.Change change && change.lane().isPresent());
    }
    return lanes;
  }

  /** View during a prediction: no controls, no playback. */
  Show whileAsking(int index) {
    Show show = shown(index);
    boolean predicts = lesson.steps().get(index).asking().orElse(null) instanceof Predict;
    return predicts ? new Show(show.views().stream().filter(view -> !view.equals(LessonView.TIME.id())).toList(), List.of(), show.nodes())
        : show;
  }

  /**
   * Values that can be read off the window although to be predicted, as the reveal computes nothing; without those in the text of the step.
   */
  static List<Expression> hidden(LessonStep step) {
    Optional<Reveal> reveal = step.reveal();
    if (reveal.isEmpty() || reveal.get().commands().stream().anyMatch(StepPlan::trains)) {
      return List.of();
    }
    List<Expression> all = new ArrayList<>();
    if (step.asking().orElse(null) instanceof PredictNumber number) {
      all.add(number.answer());
    }
    reveal.get().expect().stream().flatMap(check -> check.quantities().stream())
        .filter(asked -> asked.kind() == CheckedQuantity.Kind.EXACT || asked.kind() == CheckedQuantity.Kind.MEASURED)
        .filter(asked -> told(step).stream().noneMatch(asked::sameAs))
        .forEach(asked -> all.add(new Expression.Quantity(asked)));
    return all;
  }

  private static List<CheckedQuantity> told(LessonStep step) {
    List<CheckedQuantity> all = new ArrayList<>();
    LessonText.places(step.text()).forEach(place -> place.sum().ifPresent(sum -> sum.each(all::add)));
    return all;
  }

  private static boolean trains(LessonCommand command) {
    return command instanceof LessonCommand.Steps || command instanceof LessonCommand.RunToEpoch
        || command instanceof LessonCommand.RunLanes || command instanceof LessonCommand.RunFolds || command instanceof LessonCommand.Reset
        || command instanceof LessonCommand.Opening;
  }
}
