package studio.backprop.worksheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import studio.backprop.text.Message;

/** Rejection sampling of a sheet's numbers until all rules hold. */
public final class SheetDraw {
  /** Number of attempts after which the rules count as contradictory. */
  public static final int MAX_DRAWS = 20_000;

  /** Difference that separates two values, in units of the last place. */
  private static final int MIN_UNITS_APART = 10;

  private static final SheetRule TELLING = SheetRule.of("telling", values -> true);
  private static final SheetRule MISTAKES_DIFFER = SheetRule.of("mistakes_apart", values -> true);
  private static final SheetRule TABLES = SheetRule.of("tables", values -> true);

  private SheetDraw() {}

  /** No numbers were found that satisfy all rules. */
  public static final class VainDraw extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Message sentence;

    VainDraw(Message sentence) {
      super(sentence.toString());
      this.sentence = sentence;
    }

    public Message sentence() {
      return sentence;
    }
  }

  /** @param draws number of attempts */
  public record Drawn(Worksheet sheet, int draws) {}

  /** The sheet of a variant; deterministic. */
  public static Worksheet sheet(SheetKind kind, long variant) throws VainDraw {
    return draw(kind, variant).sheet();
  }

  public static Drawn draw(SheetKind kind, long variant) throws VainDraw {
    SheetCode code = new SheetCode(kind.letters(), variant);
    Random random = new Random(code.seed());
    List<SheetRule> rules = kind.rules();
    Map<SheetRule, Integer> broken = new LinkedHashMap<>();
    for (int draws = 1; draws <= MAX_DRAWS; draws++) {
      Candidate candidate = new Candidate(kind, code, kind.draw(random));
      if (isOdd(candidate.givens) != (variant % 2 == 1)) {
        continue;
      }
      Optional<SheetRule> inTheWay = rules.stream().filter(rule -> !rule.holds().test(candidate::value)).findFirst()
          .or(() -> inTheWay(candidate.sheet()));
      if (inTheWay.isEmpty()) {
        return new Drawn(candidate.sheet(), draws);
      }
      broken.merge(inTheWay.get(), 1, Integer::sum);
    }
    List<Map.Entry<SheetRule, Integer>> order = new ArrayList<>(broken.entrySet());
    order.sort(Map.Entry.<SheetRule, Integer>comparingByValue().reversed());
    throw new VainDraw(Message.of("worksheet.vain", code.toString(), MAX_DRAWS, order.get(0).getKey().sentence(), order.get(0).getValue()));
  }

  /** Partitions all possible numbers into two halves, for odd and even variants, so that those of neighbours differ. */
  private static boolean isOdd(Map<String, Double> givens) {
    long mixed = 0;
    for (double given : givens.values()) {
      mixed = (mixed + Math.round(given * 1000)) * 0x9E3779B97F4A7C15L;
    }
    return mixed < 0;
  }

  /** Drawn numbers. Lines are computed lazily: most draws violate a rule on the givens alone. */
  private static final class Candidate {
    private final SheetKind kind;
    private final SheetCode code;
    private final Map<String, Double> givens;
    private Optional<Worksheet> sheet = Optional.empty();

    Candidate(SheetKind kind, SheetCode code, Map<String, Double> givens) {
      this.kind = kind;
      this.code = code;
      this.givens = givens;
    }

    Worksheet sheet() {
      if (sheet.isEmpty()) {
        sheet = Optional.of(new Worksheet(kind, code, givens));
      }
      return sheet.get();
    }

    double value(String name) {
      Double given = givens.get(name);
      return given == null ? sheet().value(name) : given;
    }
  }

  /** First violated rule among those that apply to every kind. */
  private static Optional<SheetRule> inTheWay(Worksheet sheet) {
    if (!tells(sheet)) {
      return Optional.of(TELLING);
    } else if (!sheet.lines().stream().allMatch(line -> tellsApart(sheet, line))) {
      return Optional.of(MISTAKES_DIFFER);
    }
    return sheet.lines().stream().allMatch(line -> isRead(sheet, line)) ? Optional.empty() : Optional.of(TABLES);
  }

  /** Whether any two mistakes lead to different values; not required of integers, which are too few: the key lists both causes. */
  private static boolean tellsApart(Worksheet sheet, SheetLine line) {
    double[] wrong = line.slips().stream().flatMap(slip -> sheet.wrongValue(line, slip).stream()).mapToDouble(value -> value).sorted()
        .toArray();
    double least = Math.min(Slip.FINE, MIN_UNITS_APART * line.unit());
    return line.decimals() == 0 || IntStream.range(1, wrong.length).allMatch(i -> wrong[i] - wrong[i - 1] >= least);
  }

  /** Whether interpolation in the printed table leads to the value in the key. */
  private static boolean isRead(Worksheet sheet, SheetLine line) {
    return line.reading().isEmpty() || line.reading().get().value(sheet::written).stream()
        .anyMatch(read -> SheetNumber.fixed(read, line.decimals()).equals(SheetText.printed(sheet, line)));
  }

  /** Whether each common mistake leads to a distinguishable value, also when rounded. */
  private static boolean tells(Worksheet sheet) {
    return sheet.lines().stream().allMatch(line -> line.slips().stream().allMatch(slip -> slip.telling() == 0
        || distance(sheet, line, slip, sheet::value) >= slip.telling() && sheet.wrongValue(line, slip).isPresent()
        && distance(sheet, line, slip, sheet::written) > sheet.tolerance(line) + line.rounding(sheet.value(line.name()))));
  }

  /** @param known values from which the wrong value is computed */
  private static double distance(Worksheet sheet, SheetLine line, Slip slip, ToDoubleFunction<String> known) {
    return Math.abs(slip.formula().value(known) - sheet.value(line.name()));
  }
}
