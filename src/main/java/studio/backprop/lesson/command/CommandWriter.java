package studio.backprop.lesson.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.backprop.data.Part;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.command.LessonCommand.Change;
import studio.backprop.lesson.command.LessonCommand.Grain;

/** Formats commands: the inverse of {@link CommandParser}. */
public final class CommandWriter {
  private static final CommandTarget<String, RuntimeException> WORDS = new Words();

  private CommandWriter() {}

  /** Line of a command; empty where the syntax cannot express it, such as a node whose name has a space. */
  public static Optional<String> line(LessonCommand command) {
    String line = command.on(WORDS);
    try {
      return CommandParser.parse(line).equals(command) ? Optional.of(line) : Optional.empty();
    } catch (LineFault fault) {
      return Optional.empty();
    }
  }

  private static String owner(Change change) {
    return switch (change.owner()) {
      case TRAINING -> "";
      case NODE -> "node " + change.node() + " ";
      default -> SettingNames.lower(change.owner()) + " ";
    };
  }

  private static String indices(List<Integer> indices) {
    return indices.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static final class Words implements CommandTarget<String, RuntimeException> {
    @Override
    public String on(LessonCommand.Open command) {
      return "open " + command.file();
    }

    @Override
    public String on(LessonCommand.OpenSample command) {
      return "open sample " + command.id();
    }

    @Override
    public String on(LessonCommand.Reset command) {
      return "reset";
    }

    @Override
    public String on(LessonCommand.NewWeights command) {
      return "new weights";
    }

    @Override
    public String on(LessonCommand.Steps command) {
      return "step " + command.count() + (command.grain() == Grain.STEP ? "" : " " + SettingNames.lower(command.grain()));
    }

    @Override
    public String on(LessonCommand.RunToEpoch command) {
      return "run to epoch " + command.epoch();
    }

    @Override
    public String on(LessonCommand.GoToStep command) {
      return "go to step " + command.step();
    }

    @Override
    public String on(LessonCommand.Change command) {
      return command.lane().map(lane -> "lane " + lane + " ").orElse("") + owner(command) + command.name() + " " + command.value();
    }

    @Override
    public String on(LessonCommand.SetNumber command) {
      return command.parameter() + " " + command.node() + " " + indices(command.indices()) + " " + SettingValue.number(command.value());
    }

    @Override
    public String on(LessonCommand.AddLayer command) {
      return "add " + command.type() + " " + command.name() + " after " + command.after();
    }

    @Override
    public String on(LessonCommand.RemoveNode command) {
      return "remove " + command.node();
    }

    @Override
    public String on(LessonCommand.DrawWire command) {
      return "wire " + command.from() + " " + command.to();
    }

    @Override
    public String on(LessonCommand.RunLanes command) {
      return "run lanes";
    }

    @Override
    public String on(LessonCommand.RunFolds command) {
      return "run folds " + command.folds() + (command.repeats() == 1 ? "" : " repeats " + command.repeats())
          + (command.seed() == 0 ? "" : " seed " + command.seed())
          + (command.best() == 0 ? "" : " best " + command.best() + (command.onAll() ? " on all" : ""));
    }

    @Override
    public String on(LessonCommand.RunSearch command) {
      return "run search" + (command.trials() == 0 ? "" : " trials " + command.trials());
    }

    @Override
    public String on(LessonCommand.RunSeeds command) {
      return "run seeds";
    }

    @Override
    public String on(LessonCommand.TryExperiment command) {
      return "try " + command.finding() + " " + command.number();
    }

    @Override
    public String on(LessonCommand.KeepLane command) {
      return "keep lane " + command.lane();
    }

    @Override
    public String on(LessonCommand.KeepExperiment command) {
      return "keep B";
    }

    @Override
    public String on(LessonCommand.OpenView command) {
      return "view " + command.view().id() + (command.node().isEmpty() ? "" : " " + command.node());
    }

    @Override
    public String on(LessonCommand.SelectNode command) {
      return "select " + command.node();
    }

    @Override
    public String on(LessonCommand.ChooseExample command) {
      return "example " + (command.part() == Part.VALIDATION ? "valid" : SettingNames.lower(command.part())) + " " + command.row();
    }

    @Override
    public String on(LessonCommand.Draw command) {
      return "draw " + DrawingWords.line(command.drawing());
    }

    @Override
    public String on(LessonCommand.DrawExample command) {
      return "draw example";
    }

    @Override
    public String on(LessonCommand.DrawPixel command) {
      return "draw pixel " + command.row() + "," + command.column() + (command.ink() ? "" : " off");
    }

    @Override
    public String on(LessonCommand.LabelDrawing command) {
      return "label " + command.label();
    }

    @Override
    public String on(LessonCommand.GiveAnswer command) {
      return "answer " + command.id() + " " + command.value() + (command.sure() == 2 ? "" : " " + command.sure());
    }
  }
}
