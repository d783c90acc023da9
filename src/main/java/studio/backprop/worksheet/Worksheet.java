package studio.backprop.worksheet;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One sheet: its givens, its lines, and the right value of each. */
public final class Worksheet {
  private final SheetKind kind;
  private final SheetCode code;
  private final Map<String, Double> givens;
  private final List<SheetSection> sections;
  private final List<SheetLine> lines;
  private final Map<String, Double> values;
  /** Worked out when they are first asked for: of a hundred drawn sheets one is kept. */
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
      double earlier = line.moved(this::value, name -> open.getOrDefault(name, 0.0)) + line.slack();
      open.put(line.name(), line.rounding() + earlier);
      all.put(line.name(), line.unit() + earlier);
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

  /** The right value of a given or a line. */
  public double value(String name) {
    Double value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(code + " has no \"" + name + "\"");
    }
    return value;
  }

  /** How far from the right value a written one may lie. */
  public double tolerance(SheetLine line) {
    if (tolerances.isEmpty()) {
      tolerances = tolerances();
    }
    return tolerances.get(line.name());
  }

  /** The wrong value that a slip leads to, unless it is the right one by chance. */
  public Optional<Double> wrongValue(SheetLine line, Slip slip) {
    double wrong = slip.formula().value(this::value);
    boolean differs = Double.isFinite(wrong) && Math.abs(wrong - value(line.name())) > tolerance(line);
    return differs ? Optional.of(wrong) : Optional.empty();
  }

  public Optional<OpenQuestion> question() {
    return kind.question(this::value);
  }
}
