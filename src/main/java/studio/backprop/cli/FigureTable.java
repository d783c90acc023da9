package studio.backprop.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Tab-separated table of measurements, with locale-independent numbers. Shows the better number of threads, and the median of several JVMs.
 *
 * @param javas whether several JVMs measured, so that each is shown
 * @param file values to compare with
 * @param compared whether there is anything to compare with
 */
record FigureTable(boolean javas, FigureLines file, boolean compared) {
  private static final String NONE = "–";

  /** Header as a comment line. */
  String head() {
    return "# name\tfigure\tpeak-%\tthreads\tpeak" + (javas ? "\tworst-%\tall-%" : "") + (compared ? "\tother\tratio" : "");
  }

  /** @param lines of one name */
  String row(List<FigureLine> lines) {
    Map<Integer, List<FigureLine>> byThreads = lines.stream().collect(Collectors.groupingBy(FigureLine::threads, TreeMap::new,
        Collectors.toList()));
    List<FigureLine> best =
        byThreads.values().stream().max(Comparator.comparingDouble(count -> median(count, FigureLine::figure))).orElseThrow();
    double figure = median(best, FigureLine::figure);
    List<String> cells = new ArrayList<>();
    cells.add(best.get(0).name());
    cells.add(digits(figure));
    cells.add(percent(median(best, FigureLine::share)));
    cells.add(String.valueOf(best.get(0).threads()));
    cells.add(peaks(best));
    if (javas) {
      double[] shares = best.stream().mapToDouble(FigureLine::share).sorted().toArray();
      cells.add(percent(shares[0]));
      cells.add(DoubleStream.of(shares).mapToObj(FigureTable::percent).collect(Collectors.joining(" ")));
    }
    if (compared) {
      addComparison(cells, figure, lines);
    }
    return String.join("\t", cells);
  }

  private void addComparison(List<String> cells, double figure, List<FigureLine> lines) {
    OptionalDouble other = file.best(lines.get(0).name());
    OptionalDouble ratio = other.isPresent() ? OptionalDouble.of(figure / other.getAsDouble()) : OptionalDouble.empty();
    if (lines.stream().allMatch(line -> line.ratio().isPresent())) {
      other = OptionalDouble.of(lines.stream().mapToDouble(line -> line.other().orElseThrow()).max().orElseThrow());
      ratio = OptionalDouble.of(median(lines, line -> line.ratio().orElseThrow()));
    }
    cells.add(other.isPresent() ? digits(other.getAsDouble()) : NONE);
    cells.add(ratio.isPresent() ? digits(ratio.getAsDouble()) : NONE);
  }

  /** Peak of one JVM; range of several. */
  private static String peaks(List<FigureLine> lines) {
    DoubleSummaryStatistics peaks = lines.stream().mapToDouble(FigureLine::peak).summaryStatistics();
    return digits(peaks.getMin()) + (lines.size() > 1 ? "-" + digits(peaks.getMax()) : "");
  }

  private static double median(List<FigureLine> lines, ToDoubleFunction<FigureLine> figure) {
    return Medians.of(lines.stream().mapToDouble(figure));
  }

  /** At least three significant digits. */
  static String digits(double figure) {
    int decimals = figure >= 100 ? 0 : figure >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%." + decimals + "f", figure);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f", 100 * share);
  }
}
