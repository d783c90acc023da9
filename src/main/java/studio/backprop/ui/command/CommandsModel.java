package studio.backprop.ui.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Gesture;
import studio.backprop.ui.kit.Lang;

/** The commands that the rooms of the window brought along, found by what they are called and by the words that other tools have for it. */
public final class CommandsModel {
  /** What a person most likely wants next, where it can be done. */
  private static final List<String> LIKELY = List.of("command.repair", "command.play", "command.step", "lens.open", "menu.rename", "lens.see.gradients", "command.doctor");
  /** In the list the least common comes last: there are many samples and layers. */
  private static final List<Command.Group> ORDER = List.of(
      Command.Group.TRAINING, Command.Group.NETWORK, Command.Group.VIEW, Command.Group.PROJECT, Command.Group.WINDOW, Command.Group.LAYER, Command.Group.SAMPLE);
  /** What people look for and the program cannot do, or does elsewhere. */
  private static final List<String> MISSING = List.of("missing.export", "missing.predict", "missing.gpu", "missing.search");
  private static final int MOST_RECENT = 4;

  private final Lang lang;
  private final Predicate<Command> reachable;
  private final List<Command> all = new ArrayList<>();
  private final List<Gesture> gestures = new ArrayList<>();
  private final List<Command> recent = new ArrayList<>();

  /** @param reachable which commands mean something on the screen that is shown */
  public CommandsModel(Lang lang, Predicate<Command> reachable) {
    this.lang = lang;
    this.reachable = reachable;
  }

  public void add(List<Command> commands) {
    all.addAll(commands);
  }

  public void addGestures(List<Gesture> more) {
    gestures.addAll(more);
  }

  /** What is done with the mouse alone. */
  public List<Gesture> gestures() {
    return List.copyOf(gestures);
  }

  /** The commands that have a key, by what they have to do with. */
  public Map<Command.Group, List<Command>> withKeys() {
    Map<Command.Group, List<Command>> groups = new LinkedHashMap<>();
    for (Command.Group group : Command.Group.values()) {
      List<Command> members = all.stream().filter(c -> c.group() == group && c.key().isPresent()).toList();
      if (!members.isEmpty()) {
        groups.put(group, members);
      }
    }
    return groups;
  }

  public String title(Command command) {
    return lang.say(command.title());
  }

  /** Remembers that a command was given from the list. */
  public void used(Command command) {
    recent.remove(command);
    recent.add(0, command);
  }

  /** What the list shows: by headings while nothing is typed, else the best match first; below that, what is looked for in vain. */
  public List<Row> rows(String typed) {
    if (typed.isBlank()) {
      return grouped();
    }
    Stream<Row> found = find(typed).stream().map(Row::of);
    Stream<Row> missing = MISSING.stream().filter(key -> Words.distance(said(key + ".words"), Words.of(typed)).isPresent()).map(key -> Row.note(Message.of(key)));
    return Stream.concat(found, missing).toList();
  }

  /** What was given last, what is likely wanted next, and the rest by what it has to do with. */
  private List<Row> grouped() {
    List<Row> rows = new ArrayList<>();
    List<Command> left = new ArrayList<>(all.stream().filter(this::offered).toList());
    head(rows, left, "command.recent", recent.stream().filter(left::contains).limit(MOST_RECENT).toList());
    head(rows, left, "command.likely", LIKELY.stream().flatMap(key -> left.stream().filter(c -> c.title().key().equals(key)).limit(1)).toList());
    for (Command.Group group : ORDER) {
      head(rows, left, "command.group." + group, left.stream().filter(c -> c.group() == group).toList());
    }
    return rows;
  }

  private static void head(List<Row> rows, List<Command> left, String title, List<Command> commands) {
    if (!commands.isEmpty()) {
      rows.add(Row.head(Message.of(title)));
      commands.stream().map(Row::of).forEach(rows::add);
      left.removeAll(commands);
    }
  }

  /**
   * The commands that can be done now and fit every word that was typed: those whose name begins with it first, then those with a word that
   * does, then those that another tool calls so. Names are found in every language.
   */
  public List<Command> find(String typed) {
    List<String> wanted = Words.of(typed);
    Map<Command, Integer> distances = new LinkedHashMap<>();
    all.stream().filter(this::offered).sorted(Comparator.comparing(command -> ORDER.indexOf(command.group())))
        .forEach(command -> distance(command, wanted).ifPresent(distance -> distances.put(command, distance)));
    return distances.keySet().stream().sorted(Comparator.comparing(distances::get)).toList();
  }

  private boolean offered(Command command) {
    return command.possible().get() && reachable.test(command);
  }

  private OptionalInt distance(Command command, List<String> wanted) {
    String words = "words." + subject(command.title()).key();
    return Texts.all().stream()
        .map(texts -> Words.distance(texts.say(command.title()), said(words), wanted))
        .filter(OptionalInt::isPresent).mapToInt(OptionalInt::getAsInt).min();
  }

  /** What a command is about: the layer that it inserts, or itself. */
  private static Message subject(Message title) {
    Optional<Object> first = title.args().stream().findFirst();
    return first.filter(Message.class::isInstance).map(Message.class::cast).orElse(title);
  }

  private static String said(String key) {
    return Texts.all().stream().filter(texts -> texts.has(key)).map(texts -> texts.say(key)).reduce("", (one, other) -> one + ", " + other);
  }
}
