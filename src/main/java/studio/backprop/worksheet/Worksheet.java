package studio.backprop.worksheet;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.backprop.text.Message;

/** One sheet: its givens, its lines, and their correct values. Not thread-safe. */
public final class Worksheet {
  private final SheetKind kind;
  private final SheetCode code;
  private final Map<String, Double> givens;
  private final List<SheetSection> sections;
  private final List<SheetLine> lines;
  private final Map<String, Double> values;
  /** Computed lazily, like the tolerances: only one of a hundred drawn sheets is used. */
  private Map<String, Double> results = Map.of();
  private Map<String, Double> written = Map.of();
  private Map<String, Double> tolerances = Map.of();

  /** Sheet with given instead of drawn numbers. */
  public Worksheet(SheetKind kind, SheetCode code, Map<String, Double> givens) {
    this.kind = kind;
    this.code = code;
    this.givens = Collections.unmodifiableMap(new LinkedHashMap<>(givens));
    sections = kind.sections(this.givens);
    lines = sections.stream().flatMap(section -> section.lines().stream()).toList();
    values = new LinkedHashMap<>(givens);
    lines.forEach(line -> values.put(line.name(), line.formula().value(this::value)));
  }

  /** One unit of the last place, plus propagated rounding and table errors. */
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

  /** All lines in order of computation. */
  public List<SheetLine> lines() {
    return lines;
  }

  /** Correct value of a given or a line, without intermediate rounding. */
  public double value(String name) {
    Double value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(code + " has no \"" + name + "\"");
    }
    return value;
  }

  /** Result of a line by the sheet's convention: computed from rounded numbers, itself not rounded. */
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

  /** Value of a given or a line as written, that is rounded. */
  public double written(String name) {
    computeWritten();
    return written.get(name);
  }

  /** Largest accepted deviation from the correct value. */
  public double tolerance(SheetLine line) {
    if (tolerances.isEmpty()) {
      tolerances = tolerances();
    }
    return tolerances.get(line.name());
  }

  /** Value that a mistake leads to from the earlier entries; empty if it coincides with the correct one. */
  public Optional<Double> wrongValue(SheetLine line, Slip slip) {
    double wrong = slip.formula().value(this::written);
    boolean differs = Double.isFinite(wrong) && Math.abs(wrong - result(line)) > tolerance(line);
    return differs ? Optional.of(wrong) : Optional.empty();
  }

  /** Instruction for interpolation; empty where no table needs it. */
  public Optional<Message> howToRead() {
    return lines.stream().flatMap(line -> line.reading().stream()).findFirst().map(reading -> reading.table().howToRead());
  }

  public Optional<OpenQuestion> question() {
    return kind.question(this::value);
  }
}
