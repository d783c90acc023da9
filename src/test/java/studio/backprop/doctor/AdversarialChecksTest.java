package studio.backprop.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.doctor.Finding.Kind;
import studio.backprop.generative.AdversarialRound;
import studio.backprop.generative.GeneratorFigures;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.GaussianNoise;
import studio.backprop.network.Node;
import studio.backprop.observe.predict.Replica;
import studio.backprop.project.Adversarial;
import studio.backprop.project.AdversarialSettings;
import studio.backprop.project.GanObjective;
import studio.backprop.project.Project;
import studio.backprop.project.WhoTrains;
import studio.backprop.store.SampleProject;
import studio.backprop.text.Texts;
import studio.backprop.train.Session;
import studio.backprop.train.metric.ModeCoverage;

/** What goes wrong between a generator and a discriminator: on series that are made up, and on trainings that are spoiled. */
class AdversarialChecksTest {
  private static final int[] EVEN = {90, 90, 90, 90, 90, 90, 90, 90};

  private static Project ring() throws Exception {
    return SampleProject.of("gan-ring");
  }

  private static Project with(Project project, UnaryOperator<AdversarialSettings> change) {
    Adversarial own = (Adversarial) project.assignment();
    return own.changed(project, change.apply(own.settings()));
  }

  private static Project withoutNoise(Project project) {
    Node noise = project.network().nodes().stream().filter(node -> node.layer() instanceof GaussianNoise).findFirst().orElseThrow();
    return project.withNetwork(network -> network.with(noise.id(), node -> node.withLayer(new GaussianNoise(0))));
  }

  private static GeneratorFigures round(long step, double real, double generated, double right, double median, int... counts) {
    return new GeneratorFigures(step, real, generated, right, 1, median,
        Optional.of(new ModeCoverage(counts, 1000, OptionalDouble.empty())));
  }

  /** Judged rounds, 100 apart, up to one; the counts of the modes of each. */
  private static List<GeneratorFigures> rounds(long last, double real, double generated, double right, double median, int[]... counts) {
    List<GeneratorFigures> all = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      all.add(round(last - 1100 + 100 * i, real, generated, right, median, counts[i % counts.length]));
    }
    return all;
  }

  private static List<Finding> found(Project project, List<GeneratorFigures> rounds) throws Exception {
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    long step = rounds.get(rounds.size() - 1).step();
    HealthStats stats = new HealthStats(step, step, true, 1, new double[0], 1, 1e-3, 1e-3, List.of(), List.of(), List.of(), List.of(),
        Optional.empty(), Optional.empty(), Optional.empty());
    List<Finding> found = AdversarialChecks.of(
        new Patient(project, data, Evidence.of(project, data), project.network().analyse(), stats), rounds);
    found.forEach(finding -> isSaid(project, finding));
    return found;
  }

  /** In both languages; each experiment changes something, and what comes of it can still be trained. */
  private static void isSaid(Project project, Finding finding) {
    for (Texts texts : Texts.all()) {
      assertThat(texts.say(finding.sentence())).doesNotContain("{");
      texts.say(finding.why());
      texts.say(finding.kind().title());
      texts.say(finding.kind().fine());
      finding.figures().forEach(figure -> texts.say(figure.label()));
    }
    assertThat(finding.figures()).isNotEmpty();
    assertThat(finding.experiments()).isNotEmpty().allSatisfy(remedy -> {
      assertThat(Texts.CHINESE.say(remedy.title())).isNotEqualTo(Texts.ENGLISH.say(remedy.title()));
      Project changed = remedy.edit().orElseThrow().change().apply(project);
      assertThat(changed).isNotEqualTo(project);
      assertThat(changed.network().analyse().problems()).isEmpty();
    });
  }

  @Test
  void aModeThatStaysEmptyIsNamedWithItsCount() throws Exception {
    int[] counts = {90, 90, 90, 13, 90, 90, 90, 90};
    Finding missing = found(ring(), rounds(4000, 0.6, 0.5, 0.7, 0.5, counts)).get(0);
    assertThat(missing.kind()).isEqualTo(Kind.MODE_MISSING);
    assertThat(Texts.ENGLISH.say(missing.sentence())).startsWith("7 of 8 modes are covered. For 1,000 rounds fewer than 20 of 1,000")
        .contains("now 13 are");
    assertThat(missing.figures()).hasSize(8);
    assertThat(missing.figures().get(3).value()).isEqualTo(13);
  }

  @Test
  void aModeThatComesAndGoesOrIsStillToComeIsNotSaidToBeMissing() throws Exception {
    int[] short3 = {90, 90, 90, 13, 90, 90, 90, 90};
    int[] short4 = {90, 90, 90, 90, 13, 90, 90, 90};
    assertThat(found(ring(), rounds(4000, 0.6, 0.5, 0.7, 0.5, short3, short4))).isEmpty();
    assertThat(found(ring(), rounds(1900, 0.6, 0.5, 0.7, 0.5, short3))).isEmpty();
    assertThat(found(ring(), rounds(4000, 0.6, 0.5, 0.7, 0.5, EVEN))).isEmpty();
  }

  @Test
  void aDiscriminatorThatIsRightAndTeachesNothingWins() throws Exception {
    int[] few = {0, 3, 0, 0, 0, 0, 0, 0};
    Project minimax = with(ring(), own -> own.withObjective(GanObjective.MINIMAX));
    Finding wins = found(minimax, rounds(1500, 0.99, 0.01, 0.99, 1e-6, few)).get(0);
    assertThat(wins.kind()).isEqualTo(Kind.DISCRIMINATOR_WINS);
    assertThat(wins.nodes()).isNotEmpty();
    assertThat(Texts.ENGLISH.say(wins.experiments().get(0).title())).contains("on-saturating");
    assertThat(found(minimax, rounds(1500, 0.99, 0.01, 0.99, 0.1, few))).as("its gradient is large").isEmpty();
    assertThat(found(minimax, rounds(1500, 0.9, 0.1, 0.94, 1e-6, few))).as("it is not that sure").isEmpty();
    List<GeneratorFigures> lately = new ArrayList<>(rounds(1500, 0.9, 0.1, 0.9, 1e-6, few));
    lately.set(11, round(1500, 0.99, 0.01, 0.99, 1e-6, few));
    assertThat(found(minimax, lately)).as("not for 200 rounds").isEmpty();
  }

  @Test
  void aDiscriminatorThatSaysTheSameOfBothIsBlindUnlessAllIsCovered() throws Exception {
    int[] few = {60, 60, 60, 60, 0, 0, 0, 0};
    assertThat(found(ring(), rounds(3000, 0.51, 0.49, 0.6, 0.1, few))).extracting(Finding::kind).containsExactly(Kind.DISCRIMINATOR_BLIND);
    assertThat(found(ring(), rounds(3000, 0.51, 0.49, 0.5, 0.1, EVEN))).as("that is the aim").isEmpty();
    assertThat(found(ring(), rounds(1900, 0.55, 0.49, 0.6, 0.1, few))).as("it tells them apart").isEmpty();
  }

  @Test
  void aDiscriminatorThatIsFooledSaysWhetherItRests() throws Exception {
    int[] none = {0, 0, 0, 0, 0, 0, 0, 0};
    Project alone = with(ring(), own -> own.withTrains(WhoTrains.GENERATOR));
    Finding fooled = found(alone, rounds(1500, 0.6, 0.99, 0.3, 0.01, none)).get(0);
    assertThat(fooled.kind()).isEqualTo(Kind.DISCRIMINATOR_BLIND);
    assertThat(fooled.why().key()).endsWith("rests.why");
    assertThat(fooled.experiments().get(0).afresh()).as("training goes on with both").isFalse();
    assertThat(fooled.in(alone)).isEqualTo(fooled);
    Finding since = fooled.in(ring());
    assertThat(since.experiments()).as("once both are trained").isEqualTo(fooled.experiments().subList(1, fooled.experiments().size()));
    assertThat(Texts.ENGLISH.say(since.why())).contains("Play");
    assertThat(found(ring(), rounds(1500, 0.6, 0.99, 0.3, 0.01, none)).get(0).why().key()).endsWith("fooled.why");
  }

  @Test
  void modesThatTakeTurnsAreAWayAround() throws Exception {
    int[][] turns = {{80, 0, 0, 0, 0, 0, 0, 0}, {0, 0, 70, 0, 0, 0, 0, 0}, {0, 0, 0, 0, 0, 90, 3, 0}};
    List<Finding> found = found(ring(), rounds(3000, 0.6, 0.5, 0.6, 0.1, turns));
    assertThat(found).extracting(Finding::kind).containsExactly(Kind.GOING_ROUND);
    assertThat(Texts.ENGLISH.say(found.get(0).sentence())).contains("in 10 of 10 checks").contains("→");
    int[][] one = {{80, 0, 0, 0, 0, 0, 0, 0}};
    assertThat(found(ring(), rounds(1900, 0.6, 0.5, 0.6, 0.1, one))).as("it stays").isEmpty();
    int[][] spread = {{30, 25, 20, 0, 0, 0, 0, 0}, {25, 30, 20, 0, 0, 0, 0, 0}};
    assertThat(found(ring(), rounds(1900, 0.6, 0.5, 0.6, 0.1, spread))).as("several at once").isEmpty();
  }

  // --- trainings that are spoiled

  private static List<Kind> kinds(Project project, int steps) throws Exception {
    return Ward.last(project, Session.initialParameters(project), steps).stream().map(Finding::kind).toList();
  }

  @Test
  void minimaxWithARateOfDTwentyTimesAsHighIsSeenToBeWonByD() throws Exception {
    Project spoiled = with(withoutNoise(ring()), own -> own.withObjective(GanObjective.MINIMAX).withDiscriminatorRate(0.02));
    assertThat(kinds(spoiled, 2000)).containsExactly(Kind.DISCRIMINATOR_WINS);
  }

  @Test
  void aRateOfDTenTimesAsLowLetsTheModesTakeTurns() throws Exception {
    Project spoiled = with(ring(), own -> own.withDiscriminatorRate(1e-4));
    assertThat(kinds(spoiled, 2500)).contains(Kind.GOING_ROUND);
  }

  @Test
  void onlyGTrainedFoolsTheDiscriminator() throws Exception {
    assertThat(kinds(with(ring(), own -> own.withTrains(WhoTrains.GENERATOR)), 800)).containsExactly(Kind.DISCRIMINATOR_BLIND);
  }

  @Test
  void ofTheSampleNothingIsSaid() throws Exception {
    assertThat(Ward.examine(ring(), Session.initialParameters(ring()), 3000)).isEmpty();
  }

  @Test
  void whichRoundsAreKeptDoesNotDependOnTheClock() throws Exception {
    Project ring = ring();
    PreparedData data = PreparedData.load(ring.data(), ring.table(), Progress.NONE);
    try (Kernels kernels = KernelChoice.create(1)) {
      Session session = new Session(ring, data, kernels, Session.initialParameters(ring));
      long[] now = new long[1];
      HealthMonitor slow = HealthMonitor.sparing(session, () -> now[0] += 400_000_000L); // pauses for as long as it can
      while (session.steps() < 1450 && session.step()) {
        slow.see(session);
      }
      List<Long> kept = slow.record(session).kept().orElseThrow().rounds().stream().map(AdversarialRound::step).toList();
      assertThat(kept).hasSize(12).startsWith(300L, 400L).endsWith(1400L);
    }
  }

  /** The same weights and the same noise: what is tried is told by the modes, and is one edit. */
  @Test
  void anExperimentComparesWhatIsMade() throws Exception {
    Project spoiled = with(withoutNoise(ring()), own -> own.withObjective(GanObjective.MINIMAX).withDiscriminatorRate(0.02));
    Finding wins = Ward.last(spoiled, Session.initialParameters(spoiled), 1000).stream()
        .filter(finding -> finding.kind() == Kind.DISCRIMINATOR_WINS).findFirst().orElseThrow();
    PreparedData data = PreparedData.load(spoiled.data(), spoiled.table(), Progress.NONE);
    try (Kernels kernels = KernelChoice.create(1)) {
      Session session = new Session(spoiled, data, kernels, Session.initialParameters(spoiled));
      Experiment made = Experiment.of(wins.experiments().get(1), spoiled, Replica.of(session, null), 1500, Progress.NONE, seen -> {});
      ModeCoverage before = made.a().generator().orElseThrow().coverage().orElseThrow();
      ModeCoverage after = made.b().generator().orElseThrow().coverage().orElseThrow();
      assertThat(after.covered()).as(Arrays.toString(after.counts())).isGreaterThan(before.covered());
    }
  }
}
