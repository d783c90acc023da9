package studio.backprop.lesson.print;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.lesson.command.LessonCommand.Change;
import studio.backprop.lesson.command.LessonCommand.Owner;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;

/** Says what a lesson does in words, for people who do not write lessons. */
final class CommandSentences {
  private static final String KEY = "guide.act.";

  private CommandSentences() {}

  static Message of(LessonCommand command) {
    if (command instanceof Change change) {
      return change(change);
    } else if (command instanceof LessonCommand.SetNumber set) {
      return Message.of(KEY + "number", Message.of("lesson.words.node." + set.parameter()), set.node(),
          set.indices().stream().map(String::valueOf).collect(Collectors.joining(", ")), plain(set.value()));
    } else if (command instanceof LessonCommand.Steps steps) {
      return Message.of(KEY + "steps." + steps.grain().name().toLowerCase(Locale.ROOT), steps.count());
    } else if (command instanceof LessonCommand.RunToEpoch run) {
      return Message.of(KEY + "run", run.epoch());
    } else if (command instanceof LessonCommand.GoToStep go) {
      return Message.of(KEY + "go_to", go.step());
    }
    return network(command);
  }

  private static Message network(LessonCommand command) {
    if (command instanceof LessonCommand.AddLayer add) {
      return Message.of(KEY + "add", Message.of("layer." + add.type()), add.name(), add.after());
    } else if (command instanceof LessonCommand.RemoveNode remove) {
      return Message.of(KEY + "remove", remove.node());
    } else if (command instanceof LessonCommand.DrawWire wire) {
      return Message.of(KEY + "wire", wire.from(), wire.to());
    } else if (command instanceof LessonCommand.Open open) {
      return Message.of(KEY + "open", open.file());
    } else if (command instanceof LessonCommand.OpenSample open) {
      return Message.of(KEY + "open", open.id());
    } else if (command instanceof LessonCommand.KeepLane keep) {
      return Message.of(KEY + "keep_lane", String.valueOf(keep.lane()));
    } else if (command instanceof LessonCommand.TryExperiment attempt) {
      return Message.of(KEY + "try", Message.of("doctor." + attempt.finding()), attempt.number());
    }
    return rest(command);
  }

  private static Message rest(LessonCommand command) {
    if (command instanceof LessonCommand.OpenView view) {
      String name = "lesson.words.view." + view.view().id();
      return Message.of(KEY + "view", Texts.ENGLISH.has(name) ? Message.of(name) : view.view().id());
    } else if (command instanceof LessonCommand.SelectNode select) {
      return Message.of(KEY + "select", select.node());
    } else if (command instanceof LessonCommand.ChooseExample chosen) {
      return Message.of(KEY + "example", Message.of("lesson.words.part." + chosen.part().name().toLowerCase(Locale.ROOT)), chosen.row());
    } else if (command instanceof LessonCommand.GiveAnswer answer) {
      return Message.of(KEY + "answer", answer.id(), answer.value());
    } else if (command instanceof LessonCommand.Reset) {
      return Message.of(KEY + "reset");
    } else if (command instanceof LessonCommand.NewWeights) {
      return Message.of(KEY + "new_weights");
    }
    return pad(command);
  }

  private static Message pad(LessonCommand command) {
    if (command instanceof LessonCommand.Draw draw) {
      return Message.of(KEY + (draw.drawing().isEmpty() ? "draw_nothing" : "draw"));
    } else if (command instanceof LessonCommand.LabelDrawing label) {
      return Message.of(KEY + "label", label.label());
    }
    return Message.of(command instanceof LessonCommand.RunLanes ? KEY + "run_lanes" : KEY + "keep");
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
}
