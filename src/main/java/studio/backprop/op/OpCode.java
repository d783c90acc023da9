package studio.backprop.op;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Source of an op, extracted from the compiled file: methods of the forward and backward pass, including inherited ones.
 *
 * @param type class name
 * @param about its Javadoc, which starts with the formula
 * @param forward methods, entry point first
 * @param backward methods, entry point first
 */
public record OpCode(String type, String about, List<String> forward, List<String> backward) {
  private static final Pattern PARENT = Pattern.compile("class \\w+ extends (\\w+)");
  private static final Pattern ABOUT = Pattern.compile("(?s)/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:public |abstract |final )*class ");
  /** A method of the class itself: indented by two spaces. */
  private static final Pattern METHOD = Pattern.compile(
      "(?m)^  (?! )(?:(?:public|protected|private|final|static) )*+(?!record)[\\w<>\\[\\], .]+ (\\w+)\\([^;{]*\\) "
          + "\\{(?:\\}|\\n(?:[^\\n]*+\\n)*?  \\})\\n");
  private static final String OWN = "this::";
  /** A field that holds a method reference. */
  private static final Pattern HELD = Pattern.compile("\\b(\\w++) =[^;=]*?" + OWN + "(\\w+)");
  private static final Pattern WORD = Pattern.compile("(\\w+)(\\(?)");
  private static final Pattern INDENT = Pattern.compile("(?m)^  ");

  /** Of the class with this name in this package; empty where there is none. */
  public static Optional<OpCode> of(String type) {
    Map<String, String> methods = new LinkedHashMap<>();
    Map<String, String> held = new LinkedHashMap<>();
    Optional<String> source = read(type);
    Optional<String> next = source;
    while (next.isPresent()) {
      collect(next.get(), methods, held);
      Matcher parent = PARENT.matcher(next.get());
      next = parent.find() ? read(parent.group(1)) : Optional.empty();
    }
    return source.map(text -> new OpCode(type, about(text), called("forward", methods, held), called("backward", methods, held)));
  }

  private static Optional<String> read(String type) {
    try (InputStream in = Op.class.getResourceAsStream(type + ".java")) {
      return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Overriding methods take precedence. */
  private static void collect(String source, Map<String, String> methods, Map<String, String> held) {
    Map<String, String> own = new LinkedHashMap<>();
    Matcher method = METHOD.matcher(source);
    while (method.find()) {
      own.merge(method.group(1), INDENT.matcher(method.group()).replaceAll("").strip(), (one, other) -> one + "\n\n" + other);
    }
    own.forEach(methods::putIfAbsent);
    Matcher field = HELD.matcher(source);
    while (source.contains(OWN) && field.find()) {
      held.putIfAbsent(field.group(1), field.group(2));
    }
  }

  private static String about(String source) {
    Matcher about = ABOUT.matcher(source);
    return about.find() ? about.group(1).replaceAll("(?m)^\\s*\\* ?", "").replaceAll("\\{@\\w+\\s+#?([^}]*)\\}", "$1").replace("<p>", "")
        .strip() : "";
  }

  /** Transitive callees, nearest first. */
  private static List<String> called(String first, Map<String, String> methods, Map<String, String> held) {
    Deque<String> open = new ArrayDeque<>(List.of(first));
    Set<String> seen = new LinkedHashSet<>();
    while (!open.isEmpty()) {
      String name = open.poll();
      if (methods.containsKey(name) && seen.add(name)) {
        Matcher word = WORD.matcher(methods.get(name));
        while (word.find()) {
          String used = held.get(word.group(1));
          open.addAll(used != null ? List.of(used) : word.group(2).isEmpty() ? List.of() : List.of(word.group(1)));
        }
      }
    }
    return seen.stream().map(methods::get).toList();
  }
}
