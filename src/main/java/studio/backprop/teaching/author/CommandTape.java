package studio.backprop.teaching.author;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.backprop.layer.ParameterSpec;
import studio.backprop.lesson.command.CommandWriter;
import studio.backprop.lesson.command.EditCommands;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.lesson.command.LessonCommand.ChooseExample;
import studio.backprop.lesson.command.LessonCommand.GoToStep;
import studio.backprop.lesson.command.LessonCommand.Grain;
import studio.backprop.lesson.command.LessonCommand.RunToEpoch;
import studio.backprop.lesson.command.LessonCommand.SetNumber;
import studio.backprop.lesson.command.LessonCommand.Steps;
import studio.backprop.project.Project;

/**
 * Recorder of an author's actions as lesson commands. Consecutive actions of one kind, such as the drag of a slider, are merged; undone
 * actions are removed.
 */
public final class CommandTape {
  private final List<Act> acts = new ArrayList<>();

  /** @param text the command; empty for an action without one */
  public record Line(String text) {
    public boolean known() {
      return !text.isEmpty();
    }
  }

  /**
   * One action.
   *
   * @param commands with the same effect; empty where there are none
   * @param edit the projects before and after; empty unless it is an edit
   */
  private record Act(Optional<List<LessonCommand>> commands, List<Project> edit) {
    boolean is(Class<?> kind) {
      return edit.isEmpty() && commands.isPresent() && kind.isInstance(commands.get().get(0));
    }

    LessonCommand first() {
      return commands.orElseThrow().get(0);
    }
  }

  private Optional<Act> last() {
    return acts.isEmpty() ? Optional.empty() : Optional.of(acts.get(acts.size() - 1));
  }

  private void replaceLast(Act act) {
    acts.set(acts.size() - 1, act);
  }

  /** Records an edit, also an undo or redo. @return whether it undoes the previous action */
  public boolean edit(Project before, Project after) {
    Optional<Act> last = last().filter(act -> !act.edit.isEmpty());
    if (last.isPresent() && EditCommands.same(last.get().edit.get(1), before)) {
      Project first = last.get().edit.get(0);
      Optional<List<LessonCommand>> whole = EditCommands.between(first, after);
      int most = last.get().commands.map(List::size).orElse(0);
      if (whole.isPresent() && whole.get().size() <= most) {
        acts.remove(acts.size() - 1);
        add(whole, first, after);
        return whole.get().isEmpty();
      }
    }
    add(EditCommands.between(before, after), before, after);
    return false;
  }

  private void add(Optional<List<LessonCommand>> commands, Project before, Project after) {
    if (commands.isEmpty() || !commands.get().isEmpty()) {
      acts.add(new Act(commands, List.of(before, after)));
    }
  }

  /** Records steps of training. @param epoch that has just ended; 0 within an epoch */
  public void train(int steps, int epoch) {
    boolean goesOn = last().filter(act -> act.is(Steps.class) || act.is(RunToEpoch.class)).isPresent();
    if (epoch > 0 && goesOn) {
      acts.remove(acts.size() - 1);
    }
    boolean adds = epoch == 0 && last().filter(act -> act.is(Steps.class)).isPresent();
    if (adds) {
      replaceLast(act(new Steps(((Steps) last().get().first()).count() + steps, Grain.STEP)));
    } else {
      acts.add(act(epoch > 0 ? new RunToEpoch(epoch) : new Steps(steps, Grain.STEP)));
    }
  }

  private static Act act(LessonCommand command) {
    return new Act(Optional.of(List.of(command)), List.of());
  }

  public void reset() {
    if (last().filter(act -> act.is(LessonCommand.Reset.class)).isEmpty()) {
      acts.add(act(new LessonCommand.Reset()));
    }
  }

  /** Records the undo of a reset. @return whether the reset was the previous action */
  public boolean undoReset() {
    boolean found = last().filter(act -> act.is(LessonCommand.Reset.class)).isPresent();
    if (found) {
      acts.remove(acts.size() - 1);
    }
    return found;
  }

  /** Records a manually set weight. @param place flat index in the parameter */
  public void set(String node, ParameterSpec spec, int place, float value) {
    boolean known = spec.name().equals("weight") || spec.name().equals("bias");
    SetNumber set = new SetNumber(node, spec.name(), indices(spec, place), Double.parseDouble(Float.toString(value)));
    SetNumber before = last().filter(act -> act.is(SetNumber.class)).map(act -> (SetNumber) act.first()).orElse(set);
    boolean samePlace = before.node().equals(node) && before.parameter().equals(set.parameter()) && before.indices().equals(set.indices());
    if (before != set && samePlace) {
      acts.remove(acts.size() - 1);
    }
    acts.add(known ? act(set) : new Act(Optional.empty(), List.of()));
  }

  /** Records the undo of a manually set weight. @return whether it was the previous action */
  public boolean undoSet() {
    boolean found = last().filter(act -> act.is(SetNumber.class)).isPresent();
    if (found) {
      acts.remove(acts.size() - 1);
    }
    return found;
  }

  /** Records an action without a command. */
  public void unknown() {
    acts.add(new Act(Optional.empty(), List.of()));
  }

  /** Records a drawing, which has no command, as its strokes are not known. Consecutive drawings are merged. */
  public void drawn() {
    if (last().filter(act -> act.commands.isEmpty()).isEmpty()) {
      unknown();
    }
  }

  private static List<Integer> indices(ParameterSpec spec, int place) {
    int[] shape = spec.shape().toArray();
    List<Integer> indices = new ArrayList<>();
    int left = place;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      indices.add(0, left % shape[axis]);
      left /= shape[axis];
    }
    if (spec.rows() > 1) {
      indices.add(0, left);
    }
    return indices;
  }

  /** Records the selection of an example or a past step; the last one of several in a row counts. */
  public void look(LessonCommand command) {
    if (command instanceof ChooseExample || command instanceof GoToStep) {
      if (last().filter(act -> act.is(command.getClass())).isPresent()) {
        acts.remove(acts.size() - 1);
      }
      acts.add(act(command));
    }
  }

  /** Recorded commands in order, one a line. */
  public List<Line> lines() {
    return acts.stream().flatMap(act -> act.commands.isEmpty() ? Stream.of(new Line(""))
        : act.commands.get().stream().map(command -> new Line(CommandWriter.line(command).orElse("")))).toList();
  }

  public void clear() {
    acts.clear();
  }
}
