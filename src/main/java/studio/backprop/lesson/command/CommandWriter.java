package studio.backprop.lesson.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.backprop.data.Part;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.command.LessonCommand.Change;
import studio.backprop.lesson.command.LessonCommand.Grain;
import studio.backprop.lesson.command.LessonCommand.Owner;

/** Writes commands as lessons have them: what {@link CommandParser} reads is the same command again. */
public final class CommandWriter {
  private CommandWriter() {}

  /** The line of a command; empty where none can say it, such as of a node whose name has a space. */
  public static Optional<String> line(LessonCommand command) {
    String line = write(command);
    try {
      return CommandParser.parse(line).equals(command) ? Optional.of(line) : Optional.empty();
    } catch (LineFault fault) {
      return Optional.empty();
    }
  }

  private static String write(LessonCommand command) {
    if (command instanceof Change change) {
      return change.lane().map(lane -> "lane " + lane + " ").orElse("") + owner(change) + change.name() + " " + change.value();
    } else if (command instanceof LessonCommand.AddLayer add) {
      return "add " + add.type() + " " + add.name() + " after " + add.after();
    } else if (command instanceof LessonCommand.RemoveNode remove) {
      return "remove " + remove.node();
    } else if (command instanceof LessonCommand.DrawWire wire) {
      return "wire " + wire.from() + " " + wire.to();
    } else if (command instanceof LessonCommand.SetNumber set) {
      return set.parameter() + " " + set.node() + " " + indices(set.indices()) + " " + SettingValue.number(set.value());
    } else if (command instanceof LessonCommand.Open open) {
      return "open " + open.file();
    } else if (command instanceof LessonCommand.OpenSample sample) {
      return "open sample " + sample.id();
    }
    return training(command);
  }

  private static String owner(Change change) {
    return change.owner() == Owner.TRAINING ? "" : change.owner() == Owner.DATA ? "data " : "node " + change.node() + " ";
  }

  private static String indices(List<Integer> indices) {
    return indices.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static String training(LessonCommand command) {
    if (command instanceof LessonCommand.Reset) {
      return "reset";
    } else if (command instanceof LessonCommand.NewWeights) {
      return "new weights";
    } else if (command instanceof LessonCommand.Steps steps) {
      return "step " + steps.count() + (steps.grain() == Grain.STEP ? "" : " " + SettingNames.lower(steps.grain()));
    } else if (command instanceof LessonCommand.RunToEpoch run) {
      return "run to epoch " + run.epoch();
    } else if (command instanceof LessonCommand.GoToStep go) {
      return "go to step " + go.step();
    } else if (command instanceof LessonCommand.RunLanes) {
      return "run lanes";
    } else if (command instanceof LessonCommand.TryExperiment attempt) {
      return "try " + attempt.finding() + " " + attempt.number();
    } else if (command instanceof LessonCommand.KeepLane kept) {
      return "keep lane " + kept.lane();
    } else if (command instanceof LessonCommand.KeepExperiment) {
      return "keep B";
    }
    return looking(command);
  }

  private static String looking(LessonCommand command) {
    if (command instanceof LessonCommand.OpenView view) {
      return "view " + view.view().id() + (view.node().isEmpty() ? "" : " " + view.node());
    } else if (command instanceof LessonCommand.SelectNode select) {
      return "select " + select.node();
    } else if (command instanceof LessonCommand.ChooseExample chosen) {
      return "example " + (chosen.part() == Part.VALIDATION ? "valid" : chosen.part().name().toLowerCase(Locale.ROOT)) + " " + chosen.row();
    } else if (command instanceof LessonCommand.GiveAnswer answer) {
      return "answer " + answer.id() + " " + answer.value() + (answer.sure() == 2 ? "" : " " + answer.sure());
    }
    throw new IllegalArgumentException("no line is known for " + command);
  }
}
