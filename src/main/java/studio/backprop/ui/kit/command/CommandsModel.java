package studio.backprop.ui.kit.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Gesture;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Synonyms;

/** Searchable list of the window's commands. */
public final class CommandsModel {
  /** Commands suggested first, where enabled. */
  private static final List<String> LIKELY =
      List.of("command.repair", "command.play", "command.step", "lens.open", "menu.rename", "lens.see.gradients", "command.doctor");
  /** Large groups come last: layers, samples, terms. */
  private static final List<Command.Group> ORDER = List.of(
      Command.Group.TRAINING, Command.Group.NETWORK, Command.Group.VIEW, Command.Group.PROJECT, Command.Group.WINDOW, Command.Group.LAYER,
      Command.Group.SAMPLE, Command.Group.TERM);
  /** Rank of groups among equal matches: layers first (most searched by synonym), samples and terms last. */
  private static final List<Command.Group> RANKS = List.of(
      Command.Group.LAYER, Command.Group.TRAINING, Command.Group.NETWORK, Command.Group.VIEW, Command.Group.PROJECT, Command.Group.WINDOW,
      Command.Group.SAMPLE, Command.Group.TERM);
  /** They match almost every word: last among equals. */
  private static final Set<String> GENERAL = Set.of("command.lessons", "command.glossary");
  private static final int MOST_RECENT = 4;
  private static final int ALSO = 2;
  private static final int INSIDE = 3;
  private static final int INITIALS = 4;
  private static final int NOT_AT_ALL = 5;

  private final Lang lang;
  private final Predicate<Command> reachable;
  private final List<Command> all = new ArrayList<>();
  private final List<Gesture> gestures = new ArrayList<>();
  private final List<Command> recent = new ArrayList<>();

  /** @param reachable commands that apply to the current screen */
  public CommandsModel(Lang lang, Predicate<Command> reachable) {
    this.lang = lang;
    this.reachable = reachable;
  }

  public void add(List<Command> commands) {
    all.addAll(commands);
  }

  /** Replaces all commands; the recently used ones are remembered. */
  void replace(List<Command> commands) {
    all.clear();
    all.addAll(commands);
  }

  public void addGestures(List<Gesture> more) {
    gestures.addAll(more);
  }

  public List<Gesture> gestures() {
    return List.copyOf(gestures);
  }

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

  public void used(Command command) {
    recent.remove(command);
    recent.add(0, command);
  }

  /** Rows: grouped under headings without a query, else the best match first, then notes on unavailable features. */
  public List<CommandRow> rows(String typed) {
    if (typed.isBlank()) {
      return grouped();
    }
    List<CommandRow> rows = new ArrayList<>(find(typed).stream().map(command -> CommandRow.of(title(command), command)).toList());
    if (!rows.isEmpty()) {
      Synonyms.later(typed, lang.texts()).map(CommandRow::note).ifPresent(rows::add);
    }
    return rows;
  }

  /** Recently used, suggested, then all by group. */
  private List<CommandRow> grouped() {
    List<CommandRow> rows = new ArrayList<>();
    List<Command> left = new ArrayList<>(within(NOT_AT_ALL, ""));
    head(rows, left, "command.recent", recent.stream().filter(left::contains).limit(MOST_RECENT).toList());
    head(rows, left, "command.likely", LIKELY.stream().flatMap(key -> left.stream().filter(c -> c.title().key().equals(key)).limit(1))
        .toList());
    for (Command.Group group : ORDER) {
      head(rows, left, "command.group." + group, left.stream().filter(c -> c.group() == group).toList());
    }
    return rows;
  }

  private void head(List<CommandRow> rows, List<Command> left, String heading, List<Command> commands) {
    if (!commands.isEmpty()) {
      rows.add(CommandRow.head(lang.say(heading)));
      commands.forEach(command -> rows.add(CommandRow.of(title(command), command)));
      left.removeAll(commands);
    }
  }

  /**
   * Enabled commands that match the query, ranked: prefix of the name, prefix of a word, synonym, substring; only if there are none, all
   * words of the query, then initials. English names match in every language.
   */
  public List<Command> find(String typed) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    List<Command> near = within(INITIALS, wanted);
    List<Command> word = near.isEmpty() ? withEachWord(List.of(wanted.split("\\s+"))) : near;
    return word.isEmpty() ? within(NOT_AT_ALL, wanted) : word;
  }

  /** Commands that contain all words, in any order. */
  private List<Command> withEachWord(List<String> words) {
    List<Command> found = new ArrayList<>(words.size() < 2 ? List.of() : within(INITIALS, words.get(0)));
    words.forEach(word -> found.retainAll(within(INITIALS, word)));
    return found;
  }

  private List<Command> within(int limit, String wanted) {
    return all.stream()
        .filter(command -> command.possible().get() && reachable.test(command))
        .map(command -> new Found(command, distance(command, wanted)))
        .filter(found -> found.distance() < limit)
        .sorted(Comparator.comparingInt(Found::distance).thenComparing(found -> wanted.isEmpty() ? 0 : found.rank())
            .thenComparing(found -> wanted.isEmpty() ? 0 : letters(found.command())))
        .map(Found::command)
        .toList();
  }

  /** Shorter terms come first. */
  private int letters(Command command) {
    return command.group() == Command.Group.TERM ? title(command).length() : 0;
  }

  /** Match and its distance from the query. */
  private record Found(Command command, int distance) {
    int rank() {
      if (GENERAL.contains(command.title().key())) {
        return distance == 0 ? -1 : RANKS.size(); // the name itself matches
      }
      return RANKS.indexOf(command.group());
    }
  }

  private int distance(Command command, String wanted) {
    int here = distance(lang.say(command.title()), wanted);
    int named = Math.min(here, distance(Texts.ENGLISH.say(command.title()), wanted));
    return named > ALSO && Synonyms.meant(subject(command.title()), wanted) ? ALSO : named;
  }

  /** Subject of a command: the layer that it inserts, or itself. */
  private static Message subject(Message title) {
    return title.args().stream().filter(Message.class::isInstance).map(Message.class::cast).findFirst().orElse(title);
  }

  private static int distance(String title, String wanted) {
    String name = title.toLowerCase(Locale.ROOT);
    if (name.startsWith(wanted)) {
      return 0;
    }
    if (name.contains(" " + wanted) || name.contains("：" + wanted)) {
      return 1;
    }
    if (name.contains(wanted)) {
      return INSIDE;
    }
    return isOfBeginnings(List.of(name.split("[^\\p{L}\\p{N}]+")), wanted) ? INITIALS : NOT_AT_ALL;
  }

  /** Whether the letters are initials of words in order: “nepr” matches “New project”. */
  private static boolean isOfBeginnings(List<String> words, String letters) {
    if (letters.isEmpty()) {
      return true;
    }
    for (int i = 0; i < words.size(); i++) {
      List<String> rest = words.subList(i + 1, words.size());
      for (int length = 1; length <= letters.length() && words.get(i).startsWith(letters.substring(0, length)); length++) {
        if (isOfBeginnings(rest, letters.substring(length))) {
          return true;
        }
      }
    }
    return false;
  }
}
