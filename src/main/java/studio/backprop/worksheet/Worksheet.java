package studio.backprop.worksheet;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.backprop.text.Message;

/** One sheet: its givens, its lines, and the right value of each. */
public final class Worksheet {
  private final SheetKind kind;
  private final SheetCode code;
  private final Map<String, Double> givens;
  private final List<SheetSection> sections;
  private final List<SheetLine> lines;
  private final Map<String, Double> values;
  /** Worked out when they are first asked for, as the tolerances are: of a hundred drawn sheets one is kept. */
  private Map<String, Double> results = Map.of();
  private Map<String, Double> written = Map.of();
  private Map<String, Double> tolerances = Map.of();

  /** A sheet of numbers that are chosen, not drawn. */
  public Worksheet(SheetKind kind, SheetCode code, Map<String, Double> givens) {
    this.kind = kind;
    this.code = code;
    this.givens = Collections.unmodifiableMap(new LinkedHashMap<>(givens));
    sections = kind.sections(this.givens);
    lines = sections.stream().flatMap(section -> section.lines().stream()).toList();
    values = new LinkedHashMap<>(givens);
    lines.forEach(line -> values.put(line.name(), line.formula().value(this::value)));
  }

  /** One unit of the last place, and what earlier rounding and tables add. */
  private Map<String, Double> tolerances() {
    Map<String, Double> open = new LinkedHashMap<>();
    Map<String, Double> all = new LinkedHashMap<>();
    for (SheetLine line : lines) {
      double earlier = line.moved(this::value, name -> open.getOrDefault(name, 0.0)) + line.slack(this::value);
      open.put(line.name(), line.rounding(value(line.name())) + earlier);
      all.put(line.name(), line.unit(value(line.name())) + earlier);
    }
    return all;
  }

  public SheetKind kind() {
    return kind;
  }

  public SheetCode code() {
    return code;
  }

  public Map<String, Double> givens() {
    return givens;
  }

  public List<SheetSection> sections() {
    return sections;
  }

  /** All lines in the order in which they are computed and numbered. */
  public List<SheetLine> lines() {
    return lines;
  }

  /** The right value of a given or a line, as the engine has it: nothing is rounded on the way. */
  public double value(String name) {
    Double value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(code + " has no \"" + name + "\"");
    }
    return value;
  }

  /** What a line comes to by the rule of the sheet: computed from rounded numbers, and not rounded yet. */
  public double result(SheetLine line) {
    computeWritten();
    return results.get(line.name());
  }

  private void computeWritten() {
    if (results.isEmpty()) {
      results = new LinkedHashMap<>();
      written = new LinkedHashMap<>(givens);
      for (SheetLine line : lines) {
        double result = line.formula().value(written::get);
        results.put(line.name(), result);
        written.put(line.name(), SheetNumber.rounded(result, line.decimals()));
      }
    }
  }

  /** A given, or a line as it is written down: rounded. */
  public double written(String name) {
    computeWritten();
    return written.get(name);
  }

  /** How far from the right value a written one may lie. */
  public double tolerance(SheetLine line) {
    if (tolerances.isEmpty()) {
      tolerances = tolerances();
    }
    return tolerances.get(line.name());
  }

  /** The wrong value that a slip leads to from what was written before, unless it is the right one by chance. */
  public Optional<Double> wrongValue(SheetLine line, Slip slip) {
    double wrong = slip.formula().value(this::written);
    boolean differs = Double.isFinite(wrong) && Math.abs(wrong - result(line)) > tolerance(line);
    return differs ? Optional.of(wrong) : Optional.empty();
  }

  /** How its tables are read; empty where they have all that is needed, or there are none. */
  public Optional<Message> howToRead() {
    return lines.stream().flatMap(line -> line.reading().stream()).findFirst().map(reading -> reading.table().howToRead());
  }

  public Optional<OpenQuestion> question() {
    return kind.question(this::value);
  }
}
