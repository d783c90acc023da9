package studio.backprop.lesson.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import studio.backprop.data.Part;
import studio.backprop.doctor.Finding;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.LayerType;
import studio.backprop.lesson.check.LessonView;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.check.Nearest;
import studio.backprop.lesson.command.LessonCommand.Change;
import studio.backprop.lesson.command.LessonCommand.Grain;
import studio.backprop.lesson.command.LessonCommand.Owner;
import studio.backprop.text.Message;

/** Parser of lesson commands: a verb and its arguments. */
public final class CommandParser {
  private static final Set<String> WORDS = Set.of("open", "reset", "new", "step", "run", "go", "data", "node", "weight", "bias", "add",
      "remove", "wire", "lane", "try", "keep", "view", "select", "example", "answer", "draw", "label", "agent",
      "gan");
  private static final int MOST_STEPS = 1_000_000;
  private static final int MOST_CLASSES = 999;
  /** Limit of the cross-validation page. */
  private static final int MOST_TRAININGS = 100;
  private static final int MOST_TRIALS = 1000;

  private final String text;
  private final CommandWords words;

  private CommandParser(String text) {
    this.text = text;
    this.words = new CommandWords(text);
  }

  /** @throws LineFault if it is no command */
  public static LessonCommand parse(String text) throws LineFault {
    return new CommandParser(text).whole();
  }

  private LessonCommand whole() throws LineFault {
    LessonCommand command = command();
    words.end();
    return command;
  }

  private LessonCommand command() throws LineFault {
    CommandWords.Word first = words.next("lesson.command.none");
    return switch (first.text()) {
      case "open" -> open();
      case "reset" -> new LessonCommand.Reset();
      case "new" -> newWeights();
      case "step" -> step();
      case "run" -> run();
      case "go" -> goTo();
      case "data" -> setting(Optional.empty(), Owner.DATA, "");
      case "node" -> setting(Optional.empty(), Owner.NODE, words.next("lesson.command.node").text());
      case "agent" -> setting(Optional.empty(), Owner.AGENT, "");
      case "gan" -> setting(Optional.empty(), Owner.GAN, "");
      case "weight", "bias" -> number(first.text());
      case "add" -> add();
      case "remove" -> new LessonCommand.RemoveNode(words.next("lesson.command.node").text());
      case "wire" -> new LessonCommand.DrawWire(words.next("lesson.command.node").text(), words.next("lesson.command.node").text());
      case "lane" -> lane();
      case "try" -> tryExperiment();
      case "keep" -> keep();
      case "view" -> view();
      case "select" -> new LessonCommand.SelectNode(words.next("lesson.command.node").text());
      case "example" -> example();
      case "answer" -> answer();
      case "draw" -> DrawingWords.command(words);
      case "label" -> new LessonCommand.LabelDrawing(words.whole(0, MOST_CLASSES));
      default -> ofTraining(Optional.empty(), first);
    };
  }

  private LessonCommand open() throws LineFault {
    CommandWords.Word file = words.next("lesson.command.open");
    if (file.text().equals("sample")) {
      return new LessonCommand.OpenSample(words.next("lesson.command.sample").text());
    }
    return new LessonCommand.Open(file.text());
  }

  private LessonCommand newWeights() throws LineFault {
    words.need("weights");
    return new LessonCommand.NewWeights();
  }

  private LessonCommand step() throws LineFault {
    int count = words.whole(1, MOST_STEPS);
    if (words.isAtEnd()) {
      return new LessonCommand.Steps(count, Grain.STEP);
    }
    CommandWords.Word grain = words.next("lesson.command.grain");
    return switch (grain.text()) {
      case "op" -> new LessonCommand.Steps(count, Grain.OP);
      case "epoch" -> new LessonCommand.Steps(count, Grain.EPOCH);
      default -> throw new LineFault(grain.column(), Message.of("lesson.command.grain"));
    };
  }

  private LessonCommand run() throws LineFault {
    CommandWords.Word what = words.next("lesson.command.run");
    if (what.text().equals("lanes")) {
      return new LessonCommand.RunLanes();
    } else if (what.text().equals("folds")) {
      return folds();
    } else if (what.text().equals("search")) {
      return new LessonCommand.RunSearch(words.accept("trials") ? words.whole(1, MOST_TRIALS) : 0);
    } else if (what.text().equals("seeds")) {
      return new LessonCommand.RunSeeds();
    }
    if (!what.text().equals("to")) {
      throw new LineFault(what.column(), Message.of("lesson.command.run"));
    }
    words.need("epoch");
    return new LessonCommand.RunToEpoch(words.whole(1, MOST_STEPS));
  }

  /**
   * Number of folds, then the options that differ from their defaults, in this order: {@code run folds 5 repeats 4 seed 1 best 10 on all}.
   */
  private LessonCommand folds() throws LineFault {
    int folds = words.whole(2, MOST_TRAININGS);
    int repeats = words.accept("repeats") ? words.whole(1, MOST_TRAININGS / folds) : 1;
    int seed = words.accept("seed") ? words.whole(0, MOST_STEPS) : 0;
    int best = words.accept("best") ? words.whole(1, MOST_STEPS) : 0;
    boolean onAll = best > 0 && words.accept("on");
    if (onAll) {
      words.need("all");
    }
    return new LessonCommand.RunFolds(folds, repeats, seed, best, onAll);
  }

  private LessonCommand goTo() throws LineFault {
    words.need("to");
    words.need("step");
    return new LessonCommand.GoToStep(words.whole(0, MOST_STEPS));
  }

  private LessonCommand number(String parameter) throws LineFault {
    String node = words.next("lesson.command.node").text();
    List<Integer> indices = words.indices();
    return new LessonCommand.SetNumber(node, parameter, indices, words.real());
  }

  private LessonCommand add() throws LineFault {
    CommandWords.Word type = words.next("lesson.command.add");
    Set<String> types = new TreeSet<>(LayerCatalog.types().stream().map(LayerType::id).toList());
    if (!types.contains(type.text())) {
      throw new LineFault(type.column(), Message.of("lesson.command.type", type.text(), Nearest.hint(type.text(), types)));
    }
    String name = words.next("lesson.command.add").text();
    words.need("after");
    return new LessonCommand.AddLayer(type.text(), name, words.next("lesson.command.node").text());
  }

  private LessonCommand lane() throws LineFault {
    Optional<Character> lane = Optional.of(words.letter());
    CommandWords.Word first = words.next("lesson.command.lane");
    if (first.text().equals(SettingNames.THRESHOLD)) {
      throw new LineFault(first.column(), Message.of("lesson.command.lane_threshold"));
    }
    return switch (first.text()) {
      case "data" -> setting(lane, Owner.DATA, "");
      case "node" -> setting(lane, Owner.NODE, words.next("lesson.command.node").text());
      case "agent" -> setting(lane, Owner.AGENT, "");
      case "gan" -> setting(lane, Owner.GAN, "");
      default -> ofTraining(lane, first);
    };
  }

  private LessonCommand tryExperiment() throws LineFault {
    CommandWords.Word finding = words.next("lesson.command.try");
    List<String> all = Stream.of(Finding.Kind.values()).map(Finding.Kind::id).toList();
    if (!all.contains(finding.text())) {
      throw new LineFault(finding.column(), Message.of("lesson.command.finding", finding.text(), Nearest.hint(finding.text(), all)));
    }
    return new LessonCommand.TryExperiment(finding.text(), words.whole(1, 9));
  }

  private LessonCommand keep() throws LineFault {
    if (words.peek().filter(word -> word.text().equals("lane")).isPresent()) {
      words.need("lane");
      return new LessonCommand.KeepLane(words.letter());
    }
    words.need("B");
    return new LessonCommand.KeepExperiment();
  }

  private LessonCommand view() throws LineFault {
    CommandWords.Word name = words.next("lesson.command.view");
    LessonView view = Stream.of(LessonView.values()).filter(one -> one.id().equals(name.text())).findFirst().orElseThrow(
        () -> new LineFault(name.column(), Message.of("lesson.view.unknown", name.text(), Nearest.hint(name.text(), LessonView.names()))));
    return new LessonCommand.OpenView(view, view == LessonView.INSIDE ? words.next("lesson.command.node").text() : "");
  }

  private LessonCommand example() throws LineFault {
    CommandWords.Word part = words.next("lesson.command.example");
    Part found = Stream.of(Part.values()).filter(one -> part.text().equals(name(one))).findFirst()
        .orElseThrow(() -> new LineFault(part.column(), Message.of("lesson.command.example")));
    return new LessonCommand.ChooseExample(found, words.whole(0, MOST_STEPS));
  }

  private static String name(Part part) {
    return part == Part.VALIDATION ? "valid" : part.name().toLowerCase(Locale.ROOT);
  }

  private LessonCommand answer() throws LineFault {
    String id = words.next("lesson.command.answer").text();
    String value = words.next("lesson.command.answer").text();
    return new LessonCommand.GiveAnswer(id, value, words.isAtEnd() ? 2 : words.whole(1, 3));
  }

  // --- settings

  private LessonCommand ofTraining(Optional<Character> lane, CommandWords.Word name) throws LineFault {
    if (!SettingNames.training().contains(name.text())) {
      Set<String> all = new TreeSet<>(WORDS);
      all.addAll(SettingNames.training());
      throw new LineFault(name.column(), Message.of("lesson.command.unknown", name.text(), hint(name.text(), all)));
    }
    return new Change(lane, Owner.TRAINING, "", name.text(), value(Owner.TRAINING, name));
  }

  /** Of so many names only similar ones are listed. */
  private static Object hint(String wrong, Set<String> all) {
    return Nearest.of(wrong, all).isEmpty() ? Message.of("lesson.command.list") : Nearest.hint(wrong, all);
  }

  private LessonCommand setting(Optional<Character> lane, Owner owner, String node) throws LineFault {
    CommandWords.Word name = words.next("lesson.command.setting");
    Set<String> names = SettingNames.of(owner);
    if (!names.contains(name.text())) {
      Object kind = Message.of("lesson.setting." + SettingNames.lower(owner));
      throw new LineFault(name.column(), Message.of("lesson.setting.unknown", kind, name.text(), Nearest.hint(name.text(), names)));
    }
    return new Change(lane, owner, node, name.text(), value(owner, name));
  }

  private String value(Owner owner, CommandWords.Word name) throws LineFault {
    CommandWords.Word first = words.next(Message.of("lesson.command.value", name.text()));
    String value = text.substring(first.column() - 1).strip();
    words.toEnd();
    SettingNames.check(owner, name.text(), value, first.column());
    return value;
  }
}
