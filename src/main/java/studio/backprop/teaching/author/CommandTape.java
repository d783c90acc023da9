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
 * What an author does to a project, as the commands of a lesson. What goes on with the act before, such as the drag of a slider, is one
 * line; what is undone has none.
 */
public final class CommandTape {
  private final List<Act> acts = new ArrayList<>();

  /** @param text the command; empty for something that no command does */
  public record Line(String text) {
    public boolean known() {
      return !text.isEmpty();
    }
  }

  /**
   * One act.
   *
   * @param commands that do the same; empty where none do
   * @param edit the projects before and after; none where it is no edit
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

  /** An edit, also an undo or redo. @return whether it takes back the act before */
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

  /** Steps of training. @param epoch that has just ended; 0 within an epoch */
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

  /** Back to the initial weights. */
  public void reset() {
    if (last().filter(act -> act.is(LessonCommand.Reset.class)).isEmpty()) {
      acts.add(act(new LessonCommand.Reset()));
    }
  }

  /** A reset is undone. @return whether it was the act before */
  public boolean undoReset() {
    boolean found = last().filter(act -> act.is(LessonCommand.Reset.class)).isPresent();
    if (found) {
      acts.remove(acts.size() - 1);
    }
    return found;
  }

  /** One number is set. @param place among the numbers of the parameter */
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

  /** A number that was set is given back its old value. @return whether that was the act before */
  public boolean undoSet() {
    boolean found = last().filter(act -> act.is(SetNumber.class)).isPresent();
    if (found) {
      acts.remove(acts.size() - 1);
    }
    return found;
  }

  /** Something that no command does. */
  public void unknown() {
    acts.add(new Act(Optional.empty(), List.of()));
  }

  /** A drawing is looked at, which no command does again: its strokes are not known. While one draws, many come in a row. */
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

  /** An example is chosen, or a past step looked at: of several in a row the last one counts. */
  public void look(LessonCommand command) {
    if (command instanceof ChooseExample || command instanceof GoToStep) {
      if (last().filter(act -> act.is(command.getClass())).isPresent()) {
        acts.remove(acts.size() - 1);
      }
      acts.add(act(command));
    }
  }

  /** The commands, one a line, in the order in which they were done. */
  public List<Line> lines() {
    return acts.stream().flatMap(act -> act.commands.isEmpty() ? Stream.of(new Line(""))
        : act.commands.get().stream().map(command -> new Line(CommandWriter.line(command).orElse("")))).toList();
  }

  public void clear() {
    acts.clear();
  }
}
