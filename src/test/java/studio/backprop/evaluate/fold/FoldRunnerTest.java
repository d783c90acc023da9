package studio.backprop.evaluate.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import studio.backprop.data.DataSettings;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.evaluate.column.FTest;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Layer;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.train.metric.Metrics;

/** Trainings of folds: which rows each learns from, what is fitted to them, and that side by side gives the same bits. */
class FoldRunnerTest {
  private static Project project() {
    Network network = Network.EMPTY;
    List<Layer> layers =
        List.of(Input.row(4), Dense.of(6, Activation.TANH), Dense.of(3, Activation.SOFTMAX), Output.of(Loss.CROSS_ENTROPY));
    for (Layer layer : layers) {
      Network longer = network.add(layer, 0, 0);
      network = network.nextId() == 1 ? longer : longer.wire(network.nextId() - 1, network.nextId());
    }
    return new Project(network, DataSettings.of("iris"), Optional.empty(), TrainingSettings.STANDARD.withEpochs(8));
  }

  private static PreparedData data(Project project) throws Exception {
    return PreparedData.load(project.data(), Optional.empty(), Progress.NONE);
  }

  @Test
  void eachRowButThoseForTestingIsTestedOnceInEachRepeat() throws Exception {
    Project project = project();
    PreparedData data = data(project);
    List<FoldJob> jobs = new CrossValidation(CrossValidation.Method.STRATIFIED, 5, 2, 3).jobs(project, data, null);
    assertThat(jobs).hasSize(10);
    Set<Integer> pool = rows(data, Part.TRAIN, Part.VALIDATION);
    for (int repeat = 0; repeat < 2; repeat++) {
      Set<Integer> tested = new HashSet<>();
      for (FoldJob job : jobs.subList(5 * repeat, 5 * repeat + 5)) {
        Set<Integer> test = rows(job.data(), Part.TEST);
        assertThat(Collections.disjoint(test, tested) && Collections.disjoint(test, rows(job.data(), Part.TRAIN))).isTrue();
        assertThat(rows(job.data(), Part.TRAIN)).hasSize(pool.size() - test.size());
        tested.addAll(test);
      }
      assertThat(tested).isEqualTo(pool);
    }
    assertThat(rows(jobs.get(0).data(), Part.TEST)).as("another repeat, other folds").isNotEqualTo(rows(jobs.get(5).data(), Part.TEST));
  }

  @Test
  void theBestColumnsAreThoseOfTheTrainingRowsUnlessAllAreAsked() throws Exception {
    Project project = project();
    PreparedData data = data(project);
    for (BestColumns.Rows where : BestColumns.Rows.values()) {
      CrossValidation plan = new CrossValidation(CrossValidation.Method.STRATIFIED, 5, 1, 0, new BestColumns(2, where));
      for (FoldJob job : plan.jobs(project, data, null)) {
        int[] rows = where == BestColumns.Rows.FOLD ? job.train()
            : IntStream.concat(Arrays.stream(job.train()), Arrays.stream(job.test())).toArray();
        boolean[] best = largest(data, rows, 2);
        PreparedData seen = job.data();
        float[] input = new float[4];
        boolean[] any = new boolean[4];
        for (int row = 0; row < seen.rows(Part.TEST); row++) {
          seen.copyInput(Part.TEST, row, input, 0);
          for (int c = 0; c < any.length; c++) {
            any[c] |= input[c] != 0;
          }
        }
        assertThat(any).as("columns that the network sees").isEqualTo(best);
      }
    }
  }

  /** By definition: the columns whose F is not exceeded by that of as many others. */
  private static boolean[] largest(PreparedData data, int[] rows, int count) {
    int[] classes = Arrays.stream(rows).map(row -> (int) data.dataset().target(row)).toArray();
    double[] f = IntStream.range(0, 4).mapToDouble(c -> FTest.ofClasses(
        Arrays.stream(rows).mapToDouble(row -> data.dataset().input(row, c)).toArray(), classes).f()).toArray();
    boolean[] best = new boolean[f.length];
    for (int c = 0; c < f.length; c++) {
      double mine = f[c];
      best[c] = Arrays.stream(f).filter(other -> other > mine).count() < count;
    }
    return best;
  }

  @Test
  void withoutItsColumnsANetworkLearnsTheSameHoweverManyTrainAtOnce() throws Exception {
    Project project = project();
    CrossValidation plan = new CrossValidation(CrossValidation.Method.STRATIFIED, 3, 1, 0, new BestColumns(1, BestColumns.Rows.FOLD));
    List<FoldJob> jobs = plan.jobs(project, data(project), null);
    List<String> one = new FoldRunner(1, 1).run(jobs, () -> false, FoldRunner.Listener.NONE).stream().map(FoldResult::weightsSha256).toList();
    List<String> three = new FoldRunner(3, 4).run(jobs, () -> false, FoldRunner.Listener.NONE).stream().map(FoldResult::weightsSha256).toList();
    List<FoldJob> all = CrossValidation.USUAL.jobs(project, data(project), null);
    assertThat(three).isEqualTo(one);
    assertThat(all.get(0).columns().choosesAny()).isFalse();
    assertThat(one.get(0)).isNotEqualTo(new FoldRunner(1, 1).run(List.of(new FoldJob(project, 0, 0, jobs.get(0).whole(), jobs.get(0).train(),
        jobs.get(0).validation(), jobs.get(0).test(), BestColumns.ALL)), () -> false, FoldRunner.Listener.NONE).get(0).weightsSha256());
  }

  private static Set<Integer> rows(PreparedData data, Part... parts) {
    Set<Integer> rows = new HashSet<>();
    for (Part part : parts) {
      IntStream.range(0, data.rows(part)).map(row -> data.split().row(part, row)).forEach(rows::add);
    }
    return rows;
  }

  @Test
  void scalingIsFittedAnewToTheTrainingRowsOfEachFold() throws Exception {
    Project project = project();
    for (FoldJob job : CrossValidation.USUAL.jobs(project, data(project), null)) {
      double[] sum = new double[4];
      float[] row = new float[4];
      for (int i = 0; i < job.data().trainRows(); i++) {
        job.data().copyInput(Part.TRAIN, i, row, 0);
        for (int c = 0; c < 4; c++) {
          sum[c] += row[c];
        }
      }
      assertThat(Arrays.stream(sum).map(s -> s / job.data().trainRows()).map(Math::abs).max().orElseThrow()).isLessThan(1e-5);
    }
  }

  @Test
  void forEarlyStoppingSomeOfTheTrainingRowsAreHeldBackAndTheFoldStaysUnseen() throws Exception {
    Project project = project().withTraining(training -> training.withPatience(3));
    for (FoldJob job : CrossValidation.USUAL.jobs(project, data(project), null)) {
      assertThat(job.data().validationRows()).isEqualTo((int) Math.round(0.2 * (job.data().trainRows() + job.data().validationRows())));
      assertThat(rows(job.data(), Part.TEST)).doesNotContainAnyElementsOf(rows(job.data(), Part.TRAIN, Part.VALIDATION));
    }
  }

  @Test
  void howeverManyAreTrainedAtOnceTheBitsAreTheSame() throws Exception {
    Project project = project();
    List<FoldJob> jobs = CrossValidation.USUAL.jobs(project, data(project), null);
    List<FoldResult> one = new FoldRunner(1, 1).run(jobs, () -> false, FoldRunner.Listener.NONE);
    List<FoldResult> two = new FoldRunner(2, 4).run(jobs, () -> false, FoldRunner.Listener.NONE);
    assertThat(two).extracting(FoldResult::weightsSha256).isEqualTo(one.stream().map(FoldResult::weightsSha256).toList());
    assertThat(two).extracting(FoldResult::test).isEqualTo(one.stream().map(FoldResult::test).toList());
    assertThat(one).extracting(FoldResult::weightsSha256).doesNotHaveDuplicates();
    assertThat(one).allMatch(result -> result.epochs() == 8 && result.fault().isEmpty());
  }

  @Test
  void scoringTheFoldAfterEachEpochChangesNoBit() throws Exception {
    Project project = project();
    List<FoldJob> jobs = CrossValidation.USUAL.jobs(project, data(project), null);
    List<Double> losses = Collections.synchronizedList(new ArrayList<>());
    List<FoldResult> scored = new FoldRunner(1, 1).run(jobs, () -> false, new FoldRunner.Listener() {
      @Override
      public void epoch(FoldJob job, int epoch, Supplier<Metrics> fold) {
        losses.add(fold.get().loss());
      }
    });
    List<FoldResult> plain = new FoldRunner(1, 1).run(jobs, () -> false, FoldRunner.Listener.NONE);
    assertThat(losses).hasSize(5 * 8);
    assertThat(scored).extracting(FoldResult::weightsSha256).isEqualTo(plain.stream().map(FoldResult::weightsSha256).toList());
  }

  @Test
  void theIntervalOfTheMeanIsThatOfTheCorrectedVariance() throws Exception {
    Project project = project();
    List<FoldResult> results = new FoldRunner(2, 2).run(CrossValidation.USUAL.jobs(project, data(project), null), () -> false,
        FoldRunner.Listener.NONE);
    double[] losses = FoldFigure.LOSS.test(results);
    double mean = Arrays.stream(losses).average().orElseThrow();
    double variance = Arrays.stream(losses).map(loss -> (loss - mean) * (loss - mean)).sum() / 4;
    FoldSummary summary = FoldSummary.of(FoldFigure.LOSS, results);
    assertThat(summary.mean()).isCloseTo(mean, Offset.offset(1e-12));
    assertThat(summary.deviation()).isCloseTo(Math.sqrt(variance), Offset.offset(1e-12));
    // t of 4 degrees of freedom at 97.5 %; a fifth of the rows tests what four fifths have taught
    assertThat(summary.interval().high() - mean).isCloseTo(2.7764451051977987 * Math.sqrt((0.2 + 0.25) * variance), Offset.offset(1e-9));
    FoldSummary accuracy = FoldSummary.of(FoldFigure.ACCURACY, results);
    assertThat(accuracy.interval().high()).as("never above all of them").isLessThanOrEqualTo(1);
    assertThat(FoldSummary.of(FoldFigure.LOSS, results.subList(0, 1)).interval().isDefined()).isFalse();
  }

  @Test
  void aShortenedTrainingLearnsFromTheFirstRowsAndTestsTheSameFold() throws Exception {
    Project project = project();
    for (FoldJob job : CrossValidation.USUAL.jobs(project, data(project), null)) {
      FoldJob half = job.shortened(0.5);
      assertThat(half.trainRows()).isEqualTo(job.trainRows() / 2);
      assertThat(rows(job.data(), Part.TRAIN)).containsAll(rows(half.data(), Part.TRAIN));
      assertThat(half.test()).isEqualTo(job.test());
    }
  }

  @Test
  void whatIsDoneWhenItIsStoppedIsKept() throws Exception {
    Project project = project();
    AtomicInteger done = new AtomicInteger();
    List<FoldResult> results = new FoldRunner(1, 1).run(
        CrossValidation.USUAL.jobs(project, data(project), null), () -> done.get() == 2, new FoldRunner.Listener() {
          @Override
          public void done(FoldResult result) {
            done.incrementAndGet();
          }
        });
    assertThat(results).extracting(result -> result.job().fold()).containsExactly(0, 1);
  }

  @Test
  void twoSettingsAreComparedByTheCorrectedTest() {
    PairedTest test = PairedTest.of(new double[] {0.90, 0.92, 0.91, 0.93, 0.90}, new double[] {0.94, 0.93, 0.95, 0.94, 0.93}, 0.25);
    // by hand: differences .04 .01 .04 .01 .03, mean .026, variance .00023; t = .026 ⁄ √((1/5 + 1/4) · .00023)
    assertThat(test.difference()).isCloseTo(0.026, Offset.offset(1e-12));
    assertThat(test.t()).isCloseTo(0.026 / Math.sqrt(0.45 * 0.00023), Offset.offset(1e-9));
    assertThat(test.p()).isBetween(0.06, 0.07);
    assertThat(PairedTest.of(new double[] {1, 1}, new double[] {1, 1}, 0.25).p()).isEqualTo(1);
  }
}
