package studio.backprop.lesson.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.backprop.lesson.Directive;
import studio.backprop.lesson.Directive.Asking;
import studio.backprop.lesson.Directive.Predict;
import studio.backprop.lesson.Directive.Reveal;
import studio.backprop.lesson.LessonProblem;
import studio.backprop.lesson.LessonStep;
import studio.backprop.lesson.check.LessonView;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.check.Nearest;
import studio.backprop.lesson.command.CommandParser;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.text.Message;
import studio.backprop.worksheet.SheetKind;
import studio.backprop.worksheet.kind.SheetCatalog;

/** Parser of the directives of one file; checks their contents and order. */
final class DirectiveReader {
  /** Kinds of directives in lesson files. */
  static final Set<String> KINDS = new TreeSet<>(Set.of("set", "show", "focus", "predict choice", "predict number", "predict rank",
      "predict curve", "reveal", "task", "explain", "worksheet", "note"));
  private static final Pattern HEAD = Pattern.compile("([a-z]+(?: [a-z]+)?)(?:\\s+#(\\S+))?(?:\\s+of=(\\S+))?\\s*");
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Set<String> CONTROLS =
      new TreeSet<>(Set.of("play", "step", "reset", "speed", "rate", "undo", "settings", "edit", "restore", "folds", "elimination",
          "search", "weight"));
  private static final List<String> SHEETS = SheetCatalog.all().stream().map(SheetKind::id).toList();

  private final Problems problems;
  private final QuestionReader questions;
  private final Map<String, Integer> ids = new HashMap<>();

  DirectiveReader(Problems problems) {
    this.problems = problems;
    this.questions = new QuestionReader(problems, this);
  }

  /** Kind named in the info string of a fence, whether it exists or not. */
  static String kind(String head) {
    Matcher matcher = HEAD.matcher(head);
    return matcher.matches() ? matcher.group(1) : head;
  }

  /** @param head info string of the fence */
  Optional<Directive> read(SourceLine head, List<SourceLine> lines) {
    Matcher matcher = HEAD.matcher(head.text());
    String kind = kind(head.text());
    if (!matcher.matches() || !KINDS.contains(kind)) {
      problems.error(head.number(), head.column(), Message.of("lesson.read.directive", kind, Nearest.hint(kind, KINDS)));
      return Optional.empty();
    }
    String id = matcher.group(2) == null ? "" : matcher.group(2);
    String of = matcher.group(3) == null ? "" : matcher.group(3);
    int before = problems.size();
    Directive read = switch (kind) {
      case "set" -> new Directive.SetUp(head.number(), commands(lines));
      case "show" -> show(head, lines);
      case "focus" -> new Directive.Focus(values(head, lines, "focus", "on"));
      case "reveal" -> reveal(head, of, lines);
      case "worksheet" -> sheet(head, lines);
      default -> asking(head, kind, id, lines);
    };
    LessonProblem first = problems.since(before);
    boolean faultyQuestion = first != null && read instanceof Asking;
    return Optional.of(faultyQuestion ? new Directive.Faulty(((Asking) read).id(), head.number(), ((Asking) read).ask(), first) : read);
  }

  private Asking asking(SourceLine head, String kind, String id, List<SourceLine> lines) {
    if (id.isEmpty()) {
      problems.error(head.number(), head.column(), Message.of("lesson.read.no_id", kind));
    } else if (!ID.matcher(id).matches()) {
      problems.error(head.number(), head.column() + head.text().indexOf('#') + 1, Message.of("lesson.read.id", id));
    }
    Integer before = id.isEmpty() ? null : ids.putIfAbsent(id, head.number());
    if (before != null) {
      problems.error(head.number(), head.column() + head.text().indexOf('#') + 1, Message.of("lesson.read.same_question", id, before));
    }
    return questions.read(kind, id, head, lines);
  }

  private List<String> values(SourceLine head, List<SourceLine> lines, String what, String key) {
    Entries entries = Entries.of(what, head.number(), lines, Set.of(key), Set.of(), problems);
    entries.need(key);
    return entries.every(key).stream().map(Entry::value).toList();
  }

  private Directive.Show show(SourceLine head, List<SourceLine> lines) {
    Set<String> keys = Set.of("views", "controls", "nodes");
    Entries entries = Entries.of("show", head.number(), lines, keys, keys, problems);
    entries.first("views").ifPresent(entry -> names(entry, new TreeSet<>(LessonView.names()), "lesson.view.unknown", "inside"));
    entries.first("controls").ifPresent(entry -> names(entry, CONTROLS, "lesson.control.unknown", "weight"));
    return new Directive.Show(entries.list("views"), entries.list("controls"), entries.list("nodes"));
  }

  /** @param withNode name that is followed by a node */
  private void names(Entry entry, Set<String> known, String unknown, String withNode) {
    int from = 0;
    for (String item : entry.value().split(",", -1)) {
      String[] words = item.strip().split("\\s+");
      int column = entry.at().column() + from + item.indexOf(words[0]);
      if (!known.contains(words[0])) {
        problems.error(entry.at().number(), column, Message.of(unknown, words[0], Nearest.hint(words[0], known)));
      } else if (words.length != (words[0].equals(withNode) ? 2 : 1)) {
        problems.error(entry.at().number(), column, Message.of("lesson.read.with_node", words[0], withNode));
      }
      from += item.length() + 1;
    }
  }

  private Reveal reveal(SourceLine head, String of, List<SourceLine> lines) {
    Entries entries = Entries.of("reveal", head.number(), lines, Set.of("do", "say", "expect"), Set.of("say"), problems);
    if (of.isEmpty()) {
      problems.error(head.number(), head.column(), Message.of("lesson.read.reveal_of"));
    }
    if (entries.first("do").isEmpty() && entries.first("say").isEmpty()) {
      problems.error(head.number(), head.column(), Message.of("lesson.read.reveal_empty"));
    }
    entries.first("say").ifPresent(this::checkText);
    return new Reveal(of, commands(entries, "do"), entries.text("say"),
        entries.every("expect").stream().flatMap(entry -> questions.check(entry).stream()).toList());
  }

  private Directive.Sheet sheet(SourceLine head, List<SourceLine> lines) {
    Set<String> keys = Set.of("kind", "variant");
    Entries entries = Entries.of("worksheet", head.number(), lines, keys, keys, problems);
    entries.need("kind");
    entries.first("kind").filter(entry -> !SHEETS.contains(entry.value())).ifPresent(entry -> problems.error(
        entry.at().number(), entry.at().column(), Message.of("lesson.sheet.unknown", entry.value(), Nearest.hint(entry.value(), SHEETS))));
    Optional<Integer> variant = entries.first("variant").filter(entry -> !entry.value().equals("seed")).flatMap(entry -> {
      if (!entry.value().matches("\\d{1,6}")) {
        problems.error(entry.at().number(), entry.at().column(), Message.of("lesson.read.variant", entry.value()));
        return Optional.empty();
      }
      return Optional.of(Integer.parseInt(entry.value()));
    });
    return new Directive.Sheet(entries.text("kind"), variant);
  }

  /** One command per line. */
  private List<LessonCommand> commands(List<SourceLine> lines) {
    List<LessonCommand> all = new ArrayList<>();
    for (SourceLine line : lines) {
      SourceLine stripped = line.from(0);
      if (!stripped.text().isEmpty()) {
        command(new Entry("", line.number(), List.of(stripped))).ifPresent(all::add);
      }
    }
    return all;
  }

  List<LessonCommand> commands(Entries entries, String key) {
    return entries.every(key).stream().flatMap(entry -> command(entry).stream()).toList();
  }

  private Optional<LessonCommand> command(Entry entry) {
    try {
      return Optional.of(CommandParser.parse(entry.value()));
    } catch (LineFault fault) {
      problems.fault(entry, fault);
      return Optional.empty();
    }
  }

  /** Reports invalid placeholders in a text. */
  void checkText(Entry entry) {
    LessonText.check(entry.value(), (before, fault) -> problems.fault(entry, fault.behind(before)));
  }

  /** Checks for at most one question per step, and a reveal right after its prediction. */
  void checkStep(LessonStep step) {
    List<Asking> asked = step.directives().stream().filter(Asking.class::isInstance).map(Asking.class::cast).toList();
    if (asked.size() > 1) {
      problems.error(asked.get(1).line(), 1, Message.of("lesson.read.two_questions", step.id()));
    }
    List<Directive> acts = step.directives().stream().filter(part -> !(part instanceof Directive.Prose)).toList();
    for (int i = 0; i < acts.size(); i++) {
      Directive next = i + 1 < acts.size() ? acts.get(i + 1) : null;
      if (acts.get(i) instanceof Predict predict && !(next instanceof Reveal reveal && reveal.of().equals(predict.id()))) {
        problems.error(predict.line(), 1, Message.of("lesson.read.no_reveal", predict.id()));
      }
      boolean stray = acts.get(i) instanceof Reveal reveal && !reveal.of().isEmpty()
          && !(i > 0 && acts.get(i - 1) instanceof Asking asking && asking.id().equals(reveal.of())
              && (asking instanceof Predict || asking instanceof Directive.Faulty));
      if (stray) {
        problems.error(step.line(), 1, Message.of("lesson.read.stray_reveal", ((Reveal) acts.get(i)).of()));
      }
    }
    for (Class<? extends Directive> kind : List.of(Directive.Show.class, Directive.Focus.class, Directive.Reveal.class)) {
      if (step.directives().stream().filter(kind::isInstance).count() > 1) {
        problems.error(step.line(), 1, Message.of("lesson.read.twice", step.id(), kind.getSimpleName().toLowerCase(Locale.ROOT)));
      }
    }
  }
}
