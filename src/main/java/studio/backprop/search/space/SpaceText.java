package studio.backprop.search.space;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.backprop.project.Project;

/**
 * Text form of dimensions: {@code rate=1e-4..1:log}, {@code batch=16,32,64}, or a name alone for the default range; separated by
 * semicolons.
 */
public final class SpaceText {
  private static final String LOG = ":log";
  private static final String TO = "..";

  private SpaceText() {}

  /** @throws SearchProblem if there is no such setting, or no such value of it */
  public static Space read(List<String> texts, Project base) throws SearchProblem {
    List<Searchable> known = Searchables.of(base);
    List<Dimension> dimensions = new ArrayList<>();
    for (String text : texts.stream().flatMap(all -> Stream.of(all.split(";"))).map(String::strip).filter(s -> !s.isEmpty()).toList()) {
      dimensions.add(one(text, known));
    }
    Space space = new Space(dimensions);
    if (space.problem(base).isPresent()) {
      throw new SearchProblem(space.problem(base).get());
    }
    return space;
  }

  /** @param known searchable settings */
  public static Dimension one(String text, List<Searchable> known) throws SearchProblem {
    int equals = text.indexOf('=');
    String name = (equals < 0 ? text : text.substring(0, equals)).strip();
    Searchable setting = Space.find(known, name).orElseThrow(() -> SearchProblem.of("trials.problem.unknown_of", name,
        known.stream().map(Searchable::name).collect(Collectors.joining(", "))));
    return equals < 0 ? setting.usual() : values(setting, text.substring(equals + 1).strip());
  }

  /** @throws SearchProblem if the setting cannot have these values */
  public static Dimension values(Searchable setting, String text) throws SearchProblem {
    boolean log = text.endsWith(LOG);
    String plain = log ? text.substring(0, text.length() - LOG.length()) : text;
    int to = plain.indexOf(TO);
    if (to < 0) {
      List<String> choices = Arrays.stream(text.split(",")).map(String::strip).filter(s -> !s.isEmpty()).distinct().toList();
      return checked(setting, Dimension.choice(setting.name(), choices.isEmpty() ? List.of("") : choices));
    }
    double low = number(setting, plain.substring(0, to));
    double high = number(setting, plain.substring(to + TO.length()));
    if (!(low < high)) {
      throw SearchProblem.of("trials.problem.order", setting.name(), number(low), number(high));
    } else if (log && low <= 0) {
      throw SearchProblem.of("trials.problem.log", setting.name(), number(low));
    }
    return checked(setting, Dimension.span(setting.name(), low, high, log, setting.isWhole()));
  }

  private static Dimension checked(Searchable setting, Dimension dimension) throws SearchProblem {
    if (setting.problem(dimension).isPresent()) {
      throw new SearchProblem(setting.problem(dimension).get());
    }
    return dimension;
  }

  private static double number(Searchable setting, String text) throws SearchProblem {
    try {
      double number = Double.parseDouble(text.strip());
      if (Double.isFinite(number) && (!setting.isWhole() || number == Math.rint(number))) {
        return number;
      }
    } catch (NumberFormatException e) {
      // reported below
    }
    throw SearchProblem.of(setting.isWhole() ? "trials.problem.whole" : "trials.problem.number", setting.name(), text.strip());
  }

  /** Inverse of {@link #one}. */
  public static String write(Dimension dimension) {
    return dimension.name() + "=" + values(dimension);
  }

  public static String values(Dimension dimension) {
    return dimension.isChoice() ? String.join(",", dimension.choices())
        : number(dimension.low()) + TO + number(dimension.high()) + (dimension.log() ? LOG : "");
  }

  /** Shortest form of a number. */
  static String number(double value) {
    String plain = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    return plain.length() <= 8 ? plain : String.valueOf(value);
  }
}
