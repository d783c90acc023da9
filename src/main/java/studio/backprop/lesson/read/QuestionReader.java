package studio.backprop.lesson.read;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import studio.backprop.lesson.Directive.Asking;
import studio.backprop.lesson.Directive.Choice;
import studio.backprop.lesson.Directive.CurveShape;
import studio.backprop.lesson.Directive.Explain;
import studio.backprop.lesson.Directive.Mistake;
import studio.backprop.lesson.Directive.PredictChoice;
import studio.backprop.lesson.Directive.PredictCurve;
import studio.backprop.lesson.Directive.PredictNumber;
import studio.backprop.lesson.Directive.PredictRank;
import studio.backprop.lesson.Directive.Task;
import studio.backprop.lesson.check.Check;
import studio.backprop.lesson.check.CheckParser;
import studio.backprop.lesson.check.CheckedQuantity.Subject;
import studio.backprop.lesson.check.Expression;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.check.Nearest;
import studio.backprop.lesson.check.QuantityCatalog;
import studio.backprop.text.Message;

/** Parser of question directives. */
final class QuestionReader {
  private static final Expression ZERO = new Expression.Number(0);
  private static final Pattern UNTIL = Pattern.compile("(step|epoch) (\\d{1,7})");
  private static final int FEWEST_CHOICES = 2;
  private static final int MOST_CHOICES = 4;
  private static final int FEWEST_ITEMS = 3;
  private static final int MOST_ITEMS = 6;

  private final Problems problems;
  private final DirectiveReader directives;

  QuestionReader(Problems problems, DirectiveReader directives) {
    this.problems = problems;
    this.directives = directives;
  }

  Asking read(String kind, String id, SourceLine head, List<SourceLine> lines) {
    return switch (kind) {
      case "predict number" -> number(id, head, entries(kind, head, lines, "tolerance", "mistake"));
      case "predict rank" -> rank(id, head, entries(kind, head, lines, "item"));
      case "predict curve" -> curve(id, head, entries(kind, head, lines, "y", "until"));
      case "task" -> task(id, head, lines);
      default -> choice(kind, id, head, entries(kind, head, lines, "choice"));
    };
  }

  private Entries entries(String kind, SourceLine head, List<SourceLine> lines, String... more) {
    Set<String> keys = new TreeSet<>(Arrays.asList(more));
    Set<String> once = new TreeSet<>(keys);
    once.removeAll(Set.of("choice", "item", "mistake"));
    keys.addAll(Set.of("ask", "answer"));
    once.addAll(Set.of("ask", "answer"));
    Entries entries = Entries.of(kind, head.number(), lines, keys, once, problems);
    entries.need("ask", "answer");
    entries.first("ask").ifPresent(entry -> directives.checkText(entry));
    return entries;
  }

  private Asking choice(String kind, String id, SourceLine head, Entries entries) {
    boolean explains = kind.equals("explain");
    List<Choice> choices = choices(entries, "choice", FEWEST_CHOICES, MOST_CHOICES, kind, head, explains);
    String answer = entries.text("answer");
    List<String> keys = choices.stream().map(Choice::key).toList();
    if (!answer.isEmpty() && !keys.contains(answer)) {
      Entry entry = entries.first("answer").orElseThrow();
      problems.error(entry.at().number(), entry.at().column(),
          Message.of("lesson.read.answer", kind + " #" + id, answer, String.join(", ", keys)));
    }
    return explains ? new Explain(id, head.number(), entries.text("ask"), dealt(id, choices), answer)
        : new PredictChoice(id, head.number(), entries.text("ask"), choices, answer);
  }

  /**
   * Shuffles options, as authors tend to write the right one first. Seeded by the ids alone, so that the order is the same in both
   * languages, on every machine, and in print.
   */
  private static List<Choice> dealt(String id, List<Choice> choices) {
    return choices.stream().sorted(Comparator.comparingLong(choice -> checksum(id + "/" + choice.key()))).toList();
  }

  private static long checksum(String text) {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return sum.getValue();
  }

  private List<Choice> choices(Entries entries, String key, int fewest, int most, String kind, SourceLine head, boolean replies) {
    List<Choice> all = new ArrayList<>();
    for (Entry entry : entries.every(key)) {
      List<String> parts = parts(entry.value());
      int column = entry.at().column();
      int wanted = key.equals("item") ? 2 : 3;
      if (parts.size() < 2 || parts.size() > wanted || parts.get(0).isEmpty() || parts.get(1).isEmpty()) {
        problems.error(entry.at().number(), column, Message.of("lesson.read." + key, entry.value()));
        continue;
      }
      String one = parts.get(0);
      if (all.stream().anyMatch(other -> other.key().equals(one))) {
        problems.error(entry.at().number(), column, Message.of("lesson.read.same_key", one));
      }
      if (replies && parts.size() < 3) {
        problems.error(entry.at().number(), column, Message.of("lesson.read.reply", one));
      }
      directives.checkText(entry);
      all.add(new Choice(one, parts.get(1), parts.size() < 3 ? "" : parts.get(2)));
    }
    if (all.size() < fewest || all.size() > most) {
      problems.error(head.number(), head.column(), Message.of("lesson.read.count", kind, all.size(), key, fewest, most));
    }
    return all;
  }

  /** Splits at bars, except for escaped ones ({@code \|}) and those within braces. */
  private static List<String> parts(String value) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int braces = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      braces += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (c == '\\' && i + 1 < value.length() && value.charAt(i + 1) == '|') {
        part.append('|');
        i++;
      } else if (c == '|' && braces <= 0) {
        parts.add(part.toString().strip());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString().strip());
    return parts;
  }

  private Asking number(String id, SourceLine head, Entries entries) {
    Expression answer = entries.first("answer").flatMap(this::sum).orElse(ZERO);
    String tolerance = entries.first("tolerance").map(Entry::value).orElse("0");
    boolean percent = tolerance.endsWith("%");
    double far = entries.first("tolerance").flatMap(entry -> real(entry, percent ? tolerance.substring(0, tolerance.length() - 1).strip()
        : tolerance)).orElse(0.0);
    List<Mistake> mistakes = new ArrayList<>();
    for (Entry entry : entries.every("mistake")) {
      List<String> parts = parts(entry.value());
      Optional<Double> value = parts.size() == 2 ? real(entry, parts.get(0)) : Optional.empty();
      if (parts.size() != 2) {
        problems.error(entry.at().number(), entry.at().column(), Message.of("lesson.read.mistake", entry.value()));
      }
      value.ifPresent(found -> mistakes.add(new Mistake(found, parts.get(1))));
      directives.checkText(entry);
    }
    return new PredictNumber(id, head.number(), entries.text("ask"), answer, percent ? far / 100 : far, percent, mistakes);
  }

  private Optional<Double> real(Entry entry, String text) {
    if (!text.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?%?")) {
      problems.error(entry.at().number(), entry.at().column(), Message.of("lesson.command.not_real", text));
      return Optional.empty();
    }
    boolean percent = text.endsWith("%");
    double number = Double.parseDouble(percent ? text.substring(0, text.length() - 1) : text);
    return Optional.of(percent ? number / 100 : number);
  }

  private Asking rank(String id, SourceLine head, Entries entries) {
    List<Choice> items = choices(entries, "item", FEWEST_ITEMS, MOST_ITEMS, "predict rank", head, false);
    List<String> keys = items.stream().map(Choice::key).toList();
    List<String> order = List.of(entries.text("answer").isEmpty() ? new String[0] : entries.text("answer").split("\\s+"));
    boolean same = order.size() == keys.size() && Set.copyOf(keys).equals(new TreeSet<>(order));
    if (!same && !order.isEmpty()) {
      Entry entry = entries.first("answer").orElseThrow();
      problems.error(entry.at().number(), entry.at().column(),
          Message.of("lesson.read.order", String.join(" ", order), String.join(", ", keys)));
    }
    return new PredictRank(id, head.number(), entries.text("ask"), items, order);
  }

  private Asking curve(String id, SourceLine head, Entries entries) {
    entries.need("y", "until");
    Expression y = entries.first("y").flatMap(this::sum).orElse(ZERO);
    Matcher until = UNTIL.matcher(entries.text("until"));
    boolean timed = until.matches();
    if (!timed && !entries.text("until").isEmpty()) {
      Entry entry = entries.first("until").orElseThrow();
      problems.error(entry.at().number(), entry.at().column(), Message.of("lesson.read.until", entry.value()));
    }
    List<String> shapes = Stream.of(CurveShape.values()).map(shape -> shape.name().toLowerCase(Locale.ROOT)).toList();
    String answer = entries.text("answer");
    boolean known = shapes.contains(answer);
    if (!known && !answer.isEmpty()) {
      Entry entry = entries.first("answer").orElseThrow();
      problems.error(entry.at().number(), entry.at().column(), Message.of("lesson.read.shape", answer, Nearest.hint(answer, shapes)));
    }
    boolean epochs = timed && until.group(1).equals("epoch");
    if (timed && y != ZERO && !isCurve(y, epochs)) {
      Entry entry = entries.first("y").orElseThrow();
      problems.error(entry.at().number(), entry.at().column(), Message.of("lesson.read.curve", entry.value()));
    }
    CurveShape shape = known ? CurveShape.valueOf(answer.toUpperCase(Locale.ROOT)) : CurveShape.FLAT;
    return new PredictCurve(id, head.number(), entries.text("ask"), y, epochs,
        timed ? Integer.parseInt(until.group(2)) : 1, shape);
  }

  /** Whether the window has a plot of it: metrics of each batch, or of each epoch. */
  private static boolean isCurve(Expression y, boolean epochs) {
    if (!(y instanceof Expression.Quantity one) || one.quantity().lane().isPresent() || one.quantity().start()) {
      return false;
    }
    Subject of = one.quantity().subject();
    return epochs ? of == Subject.EPOCH || of == Subject.VALID && !QuantityCatalog.ofClasses(one.quantity().name()) : of == Subject.BATCH;
  }

  private Asking task(String id, SourceLine head, List<SourceLine> lines) {
    Set<String> keys = Set.of("ask", "check", "hint", "done", "solve", "fail");
    Entries entries = Entries.of("task", head.number(), lines, keys, Set.of("ask", "check", "done"), problems);
    entries.need("ask", "check", "solve", "fail");
    for (String text : List.of("ask", "hint", "done")) {
      entries.every(text).forEach(entry -> directives.checkText(entry));
    }
    Check check = entries.first("check").flatMap(this::check).orElse(null);
    return new Task(id, head.number(), entries.text("ask"), check, entries.every("hint").stream().map(Entry::value).toList(),
        entries.text("done"), directives.commands(entries, "solve"), directives.commands(entries, "fail"));
  }

  private Optional<Expression> sum(Entry entry) {
    try {
      return Optional.of(CheckParser.sum(entry.value()));
    } catch (LineFault fault) {
      problems.fault(entry, fault);
      return Optional.empty();
    }
  }

  Optional<Check> check(Entry entry) {
    if (entry.value().isEmpty()) {
      return Optional.empty(); // reported as missing
    }
    try {
      return Optional.of(CheckParser.check(entry.value()));
    } catch (LineFault fault) {
      problems.fault(entry, fault);
      return Optional.empty();
    }
  }
}
