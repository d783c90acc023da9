package studio.backprop.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.backprop.cli.Measure.Kind;

/** Catalog of the measurements by name: the peak loop, kernels, workloads. */
final class Measurements {
  private static final String KERNELS = "kernels";
  private static final String WORKLOADS = "workloads";
  private static final List<Measure> ALL =
      Stream.of(Stream.of(MeasuredKernels.PEAK), MeasuredKernels.all().stream(), Workloads.all().stream().map(Measure::of))
          .flatMap(measures -> measures).toList();

  private Measurements() {}

  /** Default measurements: the peak loop, one product, all workloads. */
  static List<Measure> usual() {
    return Stream.concat(Stream.of(MeasuredKernels.PEAK, MeasuredKernels.GEMM_512), workloads().stream()).toList();
  }

  /**
   * Measurements by name, group, or common prefix, without duplicates.
   *
   * @throws Failure for an unknown word
   */
  static List<Measure> named(List<String> words) throws Failure {
    Set<Measure> named = new LinkedHashSet<>();
    for (String word : words) {
      List<Measure> found = named(word);
      if (found.isEmpty()) {
        throw Failure.option("cli.problem.bench", word, Stream.concat(Stream.of(KERNELS, WORKLOADS), ALL.stream().map(Measure::name))
            .collect(Collectors.joining(", ")));
      }
      named.addAll(found);
    }
    return new ArrayList<>(named);
  }

  static boolean knows(String word) {
    return !named(word).isEmpty();
  }

  private static List<Measure> workloads() {
    return ALL.stream().filter(one -> one.kind() == Kind.WORKLOAD).toList();
  }

  private static List<Measure> named(String word) {
    switch (word) {
      case KERNELS -> {
        return MeasuredKernels.all();
      }
      case WORKLOADS -> {
        return workloads();
      }
      default -> {
        List<Measure> exact = ALL.stream().filter(one -> one.name().equals(word)).toList();
        return exact.isEmpty() && !word.isEmpty() ? ALL.stream().filter(one -> one.name().startsWith(word)).toList() : exact;
      }
    }
  }
}
