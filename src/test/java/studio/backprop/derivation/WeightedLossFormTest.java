package studio.backprop.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.op.LossOp;
import studio.backprop.plan.Parameter;
import studio.backprop.project.ClassBalance;
import studio.backprop.project.Project;
import studio.backprop.train.ClassWeightsTest;
import studio.backprop.train.Session;

/** What is said of a number of a step holds to the digit where the loss weighs the classes, for a batch and for one example. */
class WeightedLossFormTest {
  private static final Percentage FOUR_DIGITS = Percentage.withPercentage(0.3);
  private Session session;
  private Rehearsal rehearsal;

  @BeforeEach
  void takeAStep() throws Exception {
    Project project = ClassWeightsTest.wine(ClassBalance.WEIGHTS);
    PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    session = new Session(project, data, KernelChoice.create(1), Session.initialParameters(project));
    session.step();
    rehearsal = Rehearsal.of(session, null).orElseThrow();
  }

  private static List<Double> numbers(String formula) {
    return Pattern.compile("(?<![a-z\\d.])-?\\d+(\\.\\d+)?").matcher(formula).results().map(found -> Double.parseDouble(found.group()))
        .toList();
  }

  @Test
  void theLossOfABatchIsWrittenAsAWeightedMeanTheDearestFirst() {
    OpLine line = rehearsal.explain(new Subject(4, null, 0), Slopes.ALL).orElseThrow().forward().get(0);
    assertThat(line.form().letters()).isEqualTo("\\frac{\\sum_i w_i\\,\\ell_i}{\\sum_i w_i}");
    List<Double> said = numbers(line.form().numbers());
    assertThat(said).as(line.form().numbers()).hasSize(7);
    assertThat(said.get(0) * said.get(1)).isGreaterThanOrEqualTo(said.get(2) * said.get(3));
    session.step();
    LossOp taken = session.plan().loss();
    assertThat(line.of().value()).isEqualTo(taken.output().values()[0]);
    assertThat(said.get(6)).isCloseTo(taken.weightSum(), FOUR_DIGITS);
  }

  @Test
  void theSlopeAtALogitIsItsShareOfTheWeights() {
    Explanation all = rehearsal.explain(new Subject(3, null, 1), Slopes.ALL).orElseThrow();
    Factor last = all.paths().get(0).factors().get(all.paths().get(0).factors().size() - 1);
    assertThat(last.form()).startsWith("\\frac{w}{\\sum_i w_i}\\,(\\mathrm{softmax}(");
    List<Double> said = numbers(last.numbers().replace(" - ", " "));
    assertThat((said.get(0) - said.get(1)) * said.get(2) / said.get(3)).as(last.numbers()).isCloseTo(last.value(), FOUR_DIGITS);
    Explanation one = rehearsal.explain(new Subject(3, null, 1), 2).orElseThrow();
    assertThat(one.paths().get(0).factors().get(one.paths().get(0).factors().size() - 1).form())
        .as("the weight of a single example cancels out").startsWith("\\mathrm{softmax}");
  }

  @Test
  void theSecondOpinionsAgree() {
    for (Parameter parameter : session.parameters().learned()) {
      Subject subject = new Subject(parameter.node(), parameter.name(), 0);
      CentralDifference checked = rehearsal.check(subject, Slopes.ALL);
      assertThat(checked.verdict()).as(checked.toString()).isEqualTo(CentralDifference.Verdict.AGREES);
      List<Share> shares = rehearsal.shares(subject);
      assertThat(shares.stream().mapToDouble(Share::gradient).average().orElseThrow()).isCloseTo(checked.gradient(), Offset.offset(1e-6));
      assertThat(rehearsal.explain(subject, Slopes.ALL).orElseThrow().gradient()).isCloseTo(checked.gradient(), Offset.offset(1e-9));
    }
  }

  @Test
  void anOpAtATimeTellsTheSameSlope() {
    Parameter parameter = session.parameters().learned().get(0);
    rehearsal.explain(new Subject(parameter.node(), parameter.name(), 0), Slopes.ALL);
    CentralDifference checked = rehearsal.check(new Subject(parameter.node(), parameter.name(), 0), 3);
    assertThat(checked.verdict()).isIn(CentralDifference.Verdict.AGREES, CentralDifference.Verdict.TOO_SMALL);
  }
}
