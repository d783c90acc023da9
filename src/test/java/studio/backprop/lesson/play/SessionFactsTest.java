package studio.backprop.lesson.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.evaluate.EvaluationMetric;
import studio.backprop.evaluate.Judgements;
import studio.backprop.evaluate.MetricEstimate;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.lesson.check.CheckParser;
import studio.backprop.lesson.check.CheckedQuantity;
import studio.backprop.lesson.check.Judge;
import studio.backprop.lesson.check.Verdict;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.observe.predict.Predictions;
import studio.backprop.observe.predict.Replica;
import studio.backprop.project.Project;
import studio.backprop.run.InitialWeights;
import studio.backprop.train.Session;
import studio.backprop.train.metric.ClassCount;
import studio.backprop.train.record.EpochRecord;

/** A measurement of the validation part is one that the plots show. */
class SessionFactsTest {
  private Session session;
  private SessionFacts facts;

  @BeforeEach
  void begin() throws Exception {
    Project project = LessonFolder.bundled("learning-rate").project(LessonCommand.Opening.of("sample circles")).saved().project();
    session = new Session(project, PreparedData.load(project.data(), project.table(), Progress.NONE), KernelChoice.create(1),
        InitialWeights.DRAWN.parameters(project));
    Circumstances around = Circumstances.of(project);
    facts = new SessionFacts(session, () -> around, Optional::empty);
  }

  private double validation() throws Exception {
    CheckedQuantity asked = CheckParser.check("valid.loss < 1").quantities().get(0);
    return facts.number(asked, true);
  }

  private EpochRecord last() {
    return session.epochs().get(session.epochs().size() - 1);
  }

  @Test
  void theValidationLossIsThatOfTheLastEpochAlsoWithinTheNext() throws Exception {
    while (session.epoch() < 3) {
      session.step();
    }
    session.step();
    assertThat(session.batch()).isPositive();
    assertThat(validation()).isEqualTo(last().validation().loss()).isNotEqualTo(session.evaluate(Part.VALIDATION).loss());
  }

  private double number(String quantity) throws Exception {
    return facts.number(CheckParser.check(quantity + " < 1").quantities().get(0), true);
  }

  /** What the page Metrics computes from the predictions of the same weights. */
  private Map<EvaluationMetric, Double> judged() {
    Predictions said = Predictions.of(Replica.of(session, null), Set.of(Part.VALIDATION));
    return Judgements.of(said, Part.VALIDATION, 0.5).figures(10, () -> false).stream()
        .collect(Collectors.toMap(MetricEstimate::metric, MetricEstimate::value));
  }

  @Test
  void precisionRecallAndF1AreThoseOfThePageMetrics() throws Exception {
    while (session.epoch() < 2) {
      session.step();
    }
    Map<EvaluationMetric, Double> judged = judged();
    assertThat(number("valid.precision")).isCloseTo(judged.get(EvaluationMetric.PRECISION), Offset.offset(1e-12));
    assertThat(number("valid.recall")).isCloseTo(judged.get(EvaluationMetric.RECALL), Offset.offset(1e-12));
    assertThat(number("valid.f1")).isCloseTo(judged.get(EvaluationMetric.F1), Offset.offset(1e-12)).isBetween(0.5, 0.999);
    assertThat(number("test.f1")).isEqualTo(ClassCount.of(session.regime().classes(Part.TEST), ClassCount::f1)).isBetween(0.5, 1.0);
    assertThat(number("train.f1")).isEqualTo(ClassCount.of(session.regime().classes(Part.TRAIN), ClassCount::f1)).isBetween(0.5, 1.0);
  }

  @Test
  void oneClassIsAskedForByItsPlace() throws Exception {
    while (session.epoch() < 2) {
      session.step();
    }
    for (String part : List.of("train", "test", "valid")) {
      assertThat(number(part + ".recall(1)")).as("of two that of the second").isEqualTo(number(part + ".recall")).isBetween(0.5, 1.0);
    }
    List<ClassCount> counted = session.regime().classes(Part.TEST);
    assertThat(number("test.recall(0)")).isEqualTo(counted.get(0).recall());
    assertThat(number("test.precision(0)")).isEqualTo(counted.get(0).precision());
    assertThat(number("test.f1(0)")).isEqualTo(counted.get(0).f1());
    assertThat(number("test.recall(2)")).as("there is no third class").isNaN();
  }

  @Test
  void ofMoreThanTwoClassesItIsTheMeanOverTheClasses() {
    List<ClassCount> three = List.of(new ClassCount(10, 8, 9), new ClassCount(5, 1, 6), new ClassCount(3, 0, 0));
    assertThat(ClassCount.of(three, ClassCount::recall)).isCloseTo((0.8 + 0.2 + 0) / 3, Offset.offset(1e-12));
    assertThat(ClassCount.of(three, ClassCount::precision)).isCloseTo((8.0 / 9 + 1.0 / 6 + 0) / 3, Offset.offset(1e-12));
    assertThat(ClassCount.of(List.of(), ClassCount::f1)).isNaN();
  }

  /** As the page of explanations, and as metrics.* do. */
  @Test
  void theExplainedClassFollowsTheThresholdOfTheProject() throws Exception {
    session.step();
    Project[] now = {session.project()};
    facts = new SessionFacts(session, () -> Circumstances.of(now[0]), Optional::empty);
    for (double threshold : new double[] {1, 0, 1}) {
      now[0] = session.project().withThreshold(any -> any.custom(threshold));
      assertThat(number("explain.class")).as("at %s", threshold).isEqualTo(1 - threshold);
    }
  }

  @Test
  void beforeTheFirstEpochEndsItIsThatOfNow() throws Exception {
    assertThat(validation()).isEqualTo(session.evaluate(Part.VALIDATION).loss());
    session.step();
    assertThat(validation()).isEqualTo(session.evaluate(Part.VALIDATION).loss());
  }

  @Test
  void aTaskOnTheValidationPartIsMetAtTheEndOfAnEpoch() throws Exception {
    List<Double> limits = new ArrayList<>();
    for (double limit = 0.3; limit < 0.66; limit += 0.03) {
      limits.add(limit);
    }
    for (double limit : limits) {
      begin();
      Judge judge = new Judge(CheckParser.check("valid.loss < " + limit));
      Verdict verdict = Verdict.NOT_YET;
      while (verdict != Verdict.YES && !session.finished()) {
        session.step();
        verdict = judge.look(facts, session.project().network(), facts.atEpochEnd());
      }
      assertThat(session.batch()).as("steps into an epoch at %s", limit).isZero();
      assertThat(last().validation().loss()).isLessThan(limit);
    }
  }
}
