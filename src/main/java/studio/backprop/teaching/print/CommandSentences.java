package studio.backprop.teaching.print;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.backprop.lesson.command.CommandTarget;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.lesson.command.LessonCommand.Change;
import studio.backprop.lesson.command.LessonCommand.Owner;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;

/** Localized descriptions of lesson commands, for people who do not write lessons. */
final class CommandSentences {
  private static final String KEY = "guide.act.";

  private static final CommandTarget<Message, RuntimeException> SENTENCES = new Sentences();

  private CommandSentences() {}

  static Message of(LessonCommand command) {
    return command.on(SENTENCES);
  }

  private static Message change(Change change) {
    Message name = Stream.of(change.owner().name().toLowerCase(Locale.ROOT), "setting", "training").map(part -> part + "." + change.name())
        .filter(Texts.ENGLISH::has).findFirst().map(Message::of).orElseGet(() -> Message.of("lesson.words.setting", change.name()));
    Message said = change.owner() == Owner.NODE ? Message.of(KEY + "set_node", name, change.node(), change.value())
        : Message.of(KEY + "set", name, change.value());
    return change.lane().isPresent() ? Message.of(KEY + "in_lane", String.valueOf(change.lane().get()), said) : said;
  }

  private static String plain(double value) {
    return new BigDecimal(String.valueOf(value)).stripTrailingZeros().toPlainString().replace('-', '−');
  }

  private static final class Sentences implements CommandTarget<Message, RuntimeException> {
    @Override
    public Message on(LessonCommand.Open command) {
      return Message.of(KEY + "open", command.file());
    }

    @Override
    public Message on(LessonCommand.OpenSample command) {
      return Message.of(KEY + "open", command.id());
    }

    @Override
    public Message on(LessonCommand.Reset command) {
      return Message.of(KEY + "reset");
    }

    @Override
    public Message on(LessonCommand.NewWeights command) {
      return Message.of(KEY + "new_weights");
    }

    @Override
    public Message on(LessonCommand.Steps command) {
      return Message.of(KEY + "steps." + command.grain().name().toLowerCase(Locale.ROOT), command.count());
    }

    @Override
    public Message on(LessonCommand.RunToEpoch command) {
      return Message.of(KEY + "run", command.epoch());
    }

    @Override
    public Message on(LessonCommand.GoToStep command) {
      return Message.of(KEY + "go_to", command.step());
    }

    @Override
    public Message on(LessonCommand.Change command) {
      return change(command);
    }

    @Override
    public Message on(LessonCommand.SetNumber command) {
      return Message.of(KEY + "number", Message.of("lesson.words.node." + command.parameter()), command.node(),
          command.indices().stream().map(String::valueOf).collect(Collectors.joining(", ")), plain(command.value()));
    }

    @Override
    public Message on(LessonCommand.AddLayer command) {
      return Message.of(KEY + "add", Message.of("layer." + command.type()), command.name(), command.after());
    }

    @Override
    public Message on(LessonCommand.RemoveNode command) {
      return Message.of(KEY + "remove", command.node());
    }

    @Override
    public Message on(LessonCommand.DrawWire command) {
      return Message.of(KEY + "wire", command.from(), command.to());
    }

    @Override
    public Message on(LessonCommand.RunLanes command) {
      return Message.of(KEY + "run_lanes");
    }

    @Override
    public Message on(LessonCommand.RunFolds command) {
      Message said = Message.of(KEY + "run_folds", command.folds(), command.repeats());
      return command.best() == 0 ? said
          : Message.of(KEY + "run_folds." + (command.onAll() ? "all" : "fold"), said, command.best());
    }

    @Override
    public Message on(LessonCommand.RunSearch command) {
      return command.trials() == 0 ? Message.of(KEY + "run_search") : Message.of(KEY + "run_search.trials", command.trials());
    }

    @Override
    public Message on(LessonCommand.RunSeeds command) {
      return Message.of(KEY + "run_seeds");
    }

    @Override
    public Message on(LessonCommand.TryExperiment command) {
      return Message.of(KEY + "try", Message.of("doctor." + command.finding()), command.number());
    }

    @Override
    public Message on(LessonCommand.KeepLane command) {
      return Message.of(KEY + "keep_lane", String.valueOf(command.lane()));
    }

    @Override
    public Message on(LessonCommand.KeepExperiment command) {
      return Message.of(KEY + "keep");
    }

    @Override
    public Message on(LessonCommand.OpenView command) {
      String name = "lesson.words.view." + command.view().id();
      return Message.of(KEY + "view", Texts.ENGLISH.has(name) ? Message.of(name) : command.view().id());
    }

    @Override
    public Message on(LessonCommand.SelectNode command) {
      return Message.of(KEY + "select", command.node());
    }

    @Override
    public Message on(LessonCommand.ChooseExample command) {
      String part = command.part().name().toLowerCase(Locale.ROOT);
      return Message.of(KEY + "example", Message.of("lesson.words.part." + part), command.row());
    }

    @Override
    public Message on(LessonCommand.Draw command) {
      return Message.of(KEY + (command.drawing().isEmpty() ? "draw_nothing" : "draw"));
    }

    @Override
    public Message on(LessonCommand.DrawExample command) {
      return Message.of(KEY + "draw_example");
    }

    @Override
    public Message on(LessonCommand.DrawPixel command) {
      return Message.of(KEY + (command.ink() ? "draw_pixel" : "erase_pixel"), command.row(), command.column());
    }

    @Override
    public Message on(LessonCommand.LabelDrawing command) {
      return Message.of(KEY + "label", command.label());
    }

    @Override
    public Message on(LessonCommand.GiveAnswer command) {
      return Message.of(KEY + "answer", command.id(), command.value());
    }
  }
}
