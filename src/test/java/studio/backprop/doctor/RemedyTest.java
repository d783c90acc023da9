package studio.backprop.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.doctor.Finding.Kind;
import studio.backprop.doctor.SickDraws.Drawn;
import studio.backprop.doctor.Ward.Case;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Loss;
import studio.backprop.observe.predict.Replica;
import studio.backprop.optim.Sgd;
import studio.backprop.project.Project;
import studio.backprop.train.Session;

/** Whether the experiments help: each is really made with trainings that were drawn by lot. By hand, with -Ddoctor.remedies=SEED. */
class RemedyTest {
  private static final long SEED = Long.getLong("doctor.remedies", 1);
  private static final int EACH = Integer.getInteger("doctor.each", 4);
  /** Of one kind only, such as NOT_FINITE. */
  private static final String ONLY = System.getProperty("doctor.only");
  private static final int LEAST_STEPS = 300;

  /** How often an experiment was made, and how often it helped. */
  private static final class Count {
    private int made;
    private int gone;
    private int better;
  }

  @Test
  void whatEndedInNoNumberIsHelpedByTheFirstExperiment() throws Exception {
    for (Drawn one : SickDraws.all(2, 4, Kind.NOT_FINITE)) {
      Map<String, Count> counts = new LinkedHashMap<>();
      make(one, counts);
      Count first = counts.values().iterator().next();
      assertThat(List.of(first.gone, first.better)).as(one.toString()).containsExactly(first.made, first.made);
    }
  }

  @Test
  void whatIsMemorizedIsEndedByTheFirstExperiment() throws Exception {
    for (Drawn one : SickDraws.all(5, 2, Kind.OVERFITTING)) {
      Map<String, Count> counts = new LinkedHashMap<>();
      make(one, counts);
      Count first = counts.values().iterator().next();
      assertThat(List.of(first.gone, first.better)).as(one.toString()).containsExactly(first.made, first.made);
    }
  }

  @Test
  void aNeglectedClassIsHelpedByBalancedBatchesAndByClassWeights() throws Exception {
    Map<String, Count> counts = new LinkedHashMap<>();
    for (Drawn one : SickDraws.all(3, 4, Kind.IMBALANCE)) {
      make(one, counts);
    }
    for (String experiment : List.of("doctor.try.balance", "doctor.try.class_weights")) {
      Count count = counts.get(experiment);
      assertThat(count.made).as(experiment).isGreaterThanOrEqualTo(3);
      assertThat(count.better).as(experiment).isEqualTo(count.made);
    }
  }

  @Test
  void fourSigmoidsThatDoNotLearnAreNamedOnEverySeedAndLearnWithAReluOrTanh() throws Exception {
    for (long seed : new long[] {1, 2, 3}) {
      Dense end = Dense.of(1, Activation.SIGMOID);
      Case run = Ward.on("circles", Sgd.STANDARD, 0.1, 10, 300, Loss.BINARY_CROSS_ENTROPY, Ward.deep(4, 8, Activation.SIGMOID, end))
          .seed(seed);
      Project project = run.project();
      Session session = new Session(project, PreparedData.load(project.data(), project.table(), Progress.NONE), KernelChoice.create(1),
          Session.initialParameters(project));
      Finding named = Ward.examine(run).stream().filter(finding -> finding.kind() == Kind.VANISHING).findFirst().orElseThrow();
      List<Double> accuracies = new ArrayList<>();
      for (Remedy remedy : named.experiments().subList(0, 2)) {
        accuracies.add(Experiment.of(remedy, project, Replica.of(session, null), 900, Progress.NONE, seen -> {}).b().validation()
            .orElseThrow().accuracy());
      }
      assertThat(accuracies).as("seed " + seed).allMatch(accuracy -> accuracy > 0.95);
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "doctor.remedies", matches = "\\d+")
  void forEveryFindingAnExperimentHelpsInMostCases() throws Exception {
    Map<Kind, Map<String, Count>> counts = new TreeMap<>();
    for (Drawn one : SickDraws.all(SEED, EACH, ONLY == null ? SickDraws.ofData() : new Kind[] {Kind.valueOf(ONLY)})) {
      make(one, counts.computeIfAbsent(one.kind(), kind -> new TreeMap<>()));
    }
    List<Kind> helpless = new ArrayList<>();
    counts.forEach((kind, experiments) -> {
      experiments.forEach((name, count) -> System.out.printf(
          "%-18s %-22s made %d, finding gone %d, number better %d%n", kind, name, count.made, count.gone, count.better));
      if (experiments.values().stream().noneMatch(count -> Math.max(count.gone, count.better) > count.made / 2)) {
        helpless.add(kind);
      }
    });
    assertThat(helpless).isEmpty();
  }

  private static void make(Drawn one, Map<String, Count> counts) throws Exception {
    Project project = one.run().project();
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    Session session = new Session(project, data, KernelChoice.create(1), Session.initialParameters(project));
    HealthMonitor monitor = new HealthMonitor(session);
    Doctor doctor = new Doctor(project, data);
    List<Finding> found = List.of();
    while (session.steps() < one.run().steps() && session.step()) {
      monitor.see(session);
      if (session.steps() % HealthMonitor.EVERY == 0 && found.isEmpty()) {
        found = named(doctor, monitor.newest().orElseThrow(), one.kind());
      }
    }
    found = found.isEmpty() ? named(doctor, monitor.record(session), one.kind()) : found;
    for (Finding finding : found) {
      for (Remedy remedy : finding.experiments()) {
        Experiment twin = Experiment.of(remedy, project, Replica.of(session, null), Math.max(LEAST_STEPS, one.run().steps()),
            Progress.NONE, seen -> {});
        count(counts.computeIfAbsent(remedy.title().key(), key -> new Count()), one.kind(), twin);
      }
    }
  }

  private static List<Finding> named(Doctor doctor, HealthStats stats, Kind kind) {
    return doctor.examine(stats).stream().filter(finding -> finding.kind() == kind).toList();
  }

  private static void count(Count count, Kind kind, Experiment twin) throws Exception {
    Project changed = twin.b().project();
    PreparedData data = PreparedData.load(changed.data(), changed.table(), Progress.NONE);
    boolean still = new Doctor(changed, data).examine(twin.b().stats()).stream().anyMatch(finding -> finding.kind() == kind);
    count.made++;
    count.gone += still || twin.b().failed() ? 0 : 1;
    count.better += isBetter(kind, twin) ? 1 : 0;
  }

  private static boolean isBetter(Kind kind, Experiment twin) {
    boolean validates = kind == Kind.OVERFITTING || kind == Kind.NO_SHUFFLE || kind == Kind.SMALL_BATCH_NORM;
    if (twin.b().failed()) {
      return false;
    }
    if (kind == Kind.IMBALANCE) {
      return twin.b().evenly() > twin.a().evenly();
    }
    if (kind == Kind.WRONG_LOSS && !Double.isNaN(twin.a().evenly())) {
      return twin.b().evenly() >= twin.a().evenly();
    }
    return validates
        ? twin.b().validation().orElseThrow().loss() < twin.a().validation().orElseThrow().loss()
        : twin.a().failed() || twin.b().loss() < twin.a().loss();
  }
}
