package studio.backprop.worksheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import studio.backprop.worksheet.LineGrade.Verdict;

/**
 * Grades a sheet line by line with follow-through marking: an entry that is correct for the learner's own earlier entries earns full marks,
 * so that an error costs only its own line.
 */
public final class Grading {
  /** Floating-point tolerance around 0. */
  private static final double ROUND_OFF = 1e-9;

  private final Worksheet sheet;
  private final Map<String, TypedNumber> entries;
  private final Map<String, Double> own;
  /** Rounding tolerance of each entry. */
  private final Map<String, Double> open = new HashMap<>();
  private final List<LineGrade> grades = new ArrayList<>();

  private Grading(Worksheet sheet, Map<String, TypedNumber> entries) {
    this.sheet = sheet;
    this.entries = entries;
    own = new HashMap<>(sheet.givens());
    for (SheetLine line : sheet.lines()) {
      grades.add(grade(line));
      TypedNumber entry = entries.get(line.name());
      own.put(line.name(), entry == null ? sheet.value(line.name()) : entry.value());
    }
  }

  /** @param entries by the names of the lines; blanks are left out */
  public static Grading of(Worksheet sheet, Map<String, TypedNumber> entries) {
    return new Grading(sheet, Map.copyOf(entries));
  }

  private LineGrade grade(SheetLine line) {
    double following = line.formula().value(own::get);
    TypedNumber entry = entries.get(line.name());
    open.put(line.name(), entry == null ? 0 : line.rounding(following));
    if (entry == null) {
      return new LineGrade(line, Verdict.BLANK, Optional.empty(), following, Optional.empty());
    }
    Verdict verdict = verdict(line, entry, following);
    Optional<Slip> slip = verdict == Verdict.WRONG ? slip(line, entry, following) : Optional.empty();
    return new LineGrade(line, verdict, Optional.of(entry), following, slip);
  }

  private Verdict verdict(SheetLine line, TypedNumber entry, double following) {
    if (isNear(line, entry, sheet.value(line.name()), sheet.tolerance(line))) {
      return Verdict.RIGHT;
    } else if (!Double.isFinite(following)) {
      return Verdict.NOT_JUDGED;
    } else if (isNear(line, entry, following, tolerance(line, following))) {
      return isTrivial(line, following) ? Verdict.NOT_JUDGED : Verdict.FOLLOWS;
    }
    return Verdict.WRONG;
  }

  /** Includes the difference between written entries and a learner's unrounded intermediate results. */
  private double tolerance(SheetLine line, double following) {
    double earlier = line.moved(own::get, name -> open.getOrDefault(name, 0.0));
    return line.unit(following) + line.slack(own::get) + earlier;
  }

  /** Within the tolerance, or rounded correctly to one decimal less. */
  private static boolean isNear(SheetLine line, TypedNumber entry, double value, double tolerance) {
    double coarse = line.decimals() > 1 && entry.decimals() == line.decimals() - 1 ? Math.pow(10, -entry.decimals()) / 2 + ROUND_OFF : 0;
    return Math.abs(entry.value() - value) <= Math.max(tolerance, coarse);
  }

  /** A product of 0, say with a wrongly inactive unit, demonstrates nothing. A sum may be 0 and still have been computed. */
  private boolean isTrivial(SheetLine line, double following) {
    return Math.abs(following) < ROUND_OFF && Math.abs(sheet.value(line.name())) > ROUND_OFF && line.formula().strength() > 1;
  }

  private Optional<Slip> slip(SheetLine line, TypedNumber entry, double following) {
    List<Slip> known = new ArrayList<>(line.slips());
    known.add(new Slip("worksheet.slip.sign", new SheetFormula.Negative(line.formula()), 0));
    ToDoubleFunction<String> right = sheet::value;
    return known.stream().filter(slip -> leads(line, entry, following, slip.formula().value(own::get))
        || leads(line, entry, sheet.value(line.name()), slip.formula().value(right))).findFirst();
  }

  /** Whether the entry matches a wrong value rather than the correct one. */
  private boolean leads(SheetLine line, TypedNumber entry, double value, double wrong) {
    double tolerance = tolerance(line, value);
    return Double.isFinite(wrong) && Math.abs(wrong - value) > tolerance && isNear(line, entry, wrong, tolerance);
  }

  public Worksheet sheet() {
    return sheet;
  }

  public List<LineGrade> grades() {
    return List.copyOf(grades);
  }

  public long count(Verdict verdict) {
    return grades.stream().filter(grade -> grade.verdict() == verdict).count();
  }

  public Optional<LineGrade> firstWrong() {
    return grades.stream().filter(grade -> grade.verdict() == Verdict.WRONG).findFirst();
  }

  /** Number of lines that earn a mark. */
  public long earned() {
    return grades.stream().filter(grade -> grade.verdict().earns()).count();
  }

  /** Number of graded lines; the weight of the others is redistributed. */
  public long judged() {
    return grades.size() - count(Verdict.NOT_JUDGED);
  }
}
